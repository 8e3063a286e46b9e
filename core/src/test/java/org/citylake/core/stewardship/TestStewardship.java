package org.citylake.core.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.json.Json;
import org.citylake.core.stewardship.ObjectionStep.Corrected;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Raised;
import org.citylake.core.stewardship.ObjectionStep.Receipt;
import org.citylake.core.stewardship.ObjectionStep.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestStewardship {
  private static final String BY = "steward";
  private static final String AT = "2026-11-26T08:00:00Z";
  private static final LinkChoice APART = link("apart", "household_registration", "1");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "raised,                                           raised,    sent",
        "raised sent,                                      sent,      decided",
        "raised sent upheld,                               decided,   corrected",
        "raised sent rejected,                             decided,   receipt",
        "raised sent linked,                               decided,   corrected receipt",
        "raised sent upheld corrected,                     corrected, receipt",
        "raised sent linked corrected receipt,             receipt,   -",
        "raised sent linked receipt,                       receipt,   -",
        "raised sent rejected receipt,                     receipt,   -",
      })
  void courseLeadsToStateAndNextSteps(String course, String state, String next) {
    Objection objection = Stewardship.of(course(1, course)).find(1).orElseThrow();

    assertThat(objection.state()).isEqualTo(state);
    assertThat(String.join(" ", objection.next())).isEqualTo(next == null ? "" : next);
  }

  @ParameterizedTest
  @CsvSource({
    "raised decided,                       cannot be decided now: it is raised and next is sent",
    "raised receipt,                       cannot be receipt now: it is raised and next is sent",
    "raised sent sent,                     cannot be sent now: it is sent and next is decided",
    "raised sent upheld receipt,           cannot be receipt now: it is decided and next is corrected",
    "raised sent rejected corrected,       cannot be corrected now: it is decided and next is receipt",
    "raised sent rejected receipt receipt, cannot be receipt now: it is receipt which is its end",
  })
  void stepThatMayNotComeNowIsRefused(String course, String message) {
    assertThatThrownBy(() -> Stewardship.of(course(1, course)))
        .isInstanceOf(CityLakeException.class)
        .satisfies(
            e -> assertThat(String.valueOf(e.getMessage()).replace(",", "")).contains(message));
  }

  @Test
  void stepsOfAnObjectionThatNobodyRaisedAreRefused() {
    assertThatThrownBy(() -> Stewardship.of(List.of(step(7, "sent"))))
        .hasMessage("There is no objection 7");
  }

  /** Courses of different objections, and decisions on different pairs, do not touch each other. */
  @Test
  void inWhateverOrderCoursesAreInterleavedTheyEndInTheSameState() {
    List<List<StewardEntry>> courses =
        List.of(
            course(1, "raised sent upheld corrected"),
            course(2, "raised sent linked receipt"),
            course(3, "raised sent rejected"),
            List.of(decided("same", "health_record", "8"), decided("open", "health_record", "8")),
            List.of(decided("same", "health_record", "9")));
    String expected = told(Stewardship.of(courses.stream().flatMap(List::stream).toList()));

    for (int seed = 0; seed < 50; seed++) {
      assertThat(told(Stewardship.of(interleaved(courses, new Random(seed)))))
          .as("seed %s", seed)
          .isEqualTo(expected);
    }
    assertThat(expected)
        .contains("1 corrected", "2 receipt", "3 decided")
        .contains("open 8 true", "same 8 false", "same 9 true", "apart 1 true");
  }

  @Test
  void latestDecisionOnAPairHoldsInWhateverOrderItsRecordsAreNamed() {
    LinkChoice turned =
        new LinkChoice("person", "same", "household_registration", "1", "social_insurance", "5");

    List<KeptLink> links =
        Stewardship.of(
                List.of(
                    new LinkDecided(APART, "two", BY, AT), new LinkDecided(turned, "one", BY, AT)))
            .links();

    assertThat(links.stream().map(KeptLink::inForce)).containsExactly(false, true);
  }

  @Test
  void everyEntryIsReadAsItWasWritten() throws Exception {
    List<StewardEntry> entries = new ArrayList<>(course(1, "raised sent linked corrected receipt"));
    entries.add(decided("same", "health_record", "9"));

    for (StewardEntry entry : entries) {
      assertThat(Json.mapper().readValue(Json.line(entry), StewardEntry.class)).isEqualTo(entry);
    }
    assertThat(Json.line(entries.get(1)))
        .isEqualTo(
            "{\"entry\":\"sent\",\"at\":\"2026-11-26T08:00:00Z\",\"by\":\"steward\","
                + "\"objection\":1,\"source\":\"household_registration\",\"text\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310 is no number of a resident, true",
    "11010519491231002X lives elsewhere, false",
    "call 13800000000, false",
    "call 021-12345, true",
    "record t1-0123456789abcdef0123456789abcdef, true",
  })
  void wordsHaveNoNumbersThatTellPersons(String text, boolean allowed) {
    if (allowed) {
      assertThat(raised(1, text).text()).isEqualTo(text);
    } else {
      assertThatThrownBy(() -> raised(1, text))
          .hasMessageContaining("must not have the number of a resident")
          .hasMessageNotContaining(text);
    }
  }

  @Test
  void wordsAreBoundedAndPlain() {
    assertThatThrownBy(() -> raised(1, "x".repeat(501))).hasMessageContaining("at most 500");
    assertThatThrownBy(() -> raised(1, " ")).hasMessageContaining("must not be empty");
    assertThatThrownBy(() -> raised(1, "a\u001b[2J")).hasMessageContaining("control characters");
    assertThatThrownBy(() -> link("apart", "household_registration", "11010519491231002X"))
        .hasMessageContaining("the token, not the number of a resident");
    assertThatThrownBy(() -> link("apart", "social_insurance", "5"))
        .hasMessageContaining("two records, not one");
    assertThatThrownBy(() -> link("perhaps", "health_record", "5"))
        .hasMessageContaining("same, apart or open");
  }

  private static String told(Stewardship now) {
    String objections =
        now.objections().stream()
            .map(o -> o.number() + " " + o.state())
            .collect(Collectors.joining("\n"));
    String links =
        now.links().stream()
            .map(k -> k.link().decision() + " " + k.link().keyB() + " " + k.inForce())
            .sorted()
            .collect(Collectors.joining("\n"));
    return objections + "\n" + links;
  }

  private static List<StewardEntry> interleaved(List<List<StewardEntry>> courses, Random random) {
    List<List<StewardEntry>> left = new ArrayList<>();
    courses.forEach(course -> left.add(new ArrayList<>(course)));
    List<StewardEntry> all = new ArrayList<>();
    while (!left.isEmpty()) {
      List<StewardEntry> course = left.get(random.nextInt(left.size()));
      all.add(course.remove(0));
      left.removeIf(List::isEmpty);
    }
    return all;
  }

  private static List<StewardEntry> course(int number, String steps) {
    List<StewardEntry> course = new ArrayList<>();
    for (String step : steps.strip().split(" ")) {
      course.add(step(number, step));
    }
    return course;
  }

  private static StewardEntry step(int number, String step) {
    return switch (step) {
      case "raised" -> raised(number, "two persons under one id");
      case "sent" -> new Sent(number, "household_registration", "", BY, AT);
      case "decided", "upheld" -> new Decided(number, "upheld", "seen", null, BY, AT);
      case "linked" -> new Decided(number, "upheld", "seen", APART, BY, AT);
      case "rejected" -> new Decided(number, "rejected", "not so", null, BY, AT);
      case "corrected" -> new Corrected(number, "2026-11-25", "", BY, AT);
      case "receipt" -> new Receipt(number, "the street's office", "", BY, AT);
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static Raised raised(int number, String text) {
    return new Raised(number, "person", "p1-0123", "", text, BY, AT);
  }

  private static StewardEntry decided(String decision, String source, String key) {
    return new LinkDecided(link(decision, source, key), "looked at", BY, AT);
  }

  private static LinkChoice link(String decision, String source, String key) {
    return new LinkChoice("person", decision, "social_insurance", "5", source, key);
  }
}
