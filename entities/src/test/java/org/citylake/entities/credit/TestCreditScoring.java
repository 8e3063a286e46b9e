package org.citylake.entities.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.CreditModelDeclaration;
import org.citylake.core.declaration.CreditModelDeclaration.Effect;
import org.citylake.core.declaration.CreditModelDeclaration.Item;
import org.citylake.core.declaration.CreditModelDeclaration.RedLine;
import org.citylake.core.declaration.CreditModelDeclaration.Severity;
import org.citylake.core.declaration.DeclarationReader;
import org.junit.jupiter.api.Test;

/** The shipped model: worked examples, and what holds for any items. */
class TestCreditScoring {
  private static final CreditModelDeclaration MODEL =
      DeclarationReader.read(List.of(Path.of(System.getProperty("citylake.root"))))
          .library()
          .creditModels()
          .get(0);
  private static final CreditScoring SCORING = new CreditScoring(MODEL);
  private static final CreditSubject SUBJECT = CreditSubject.of("91310106MADEUP7188");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final int ROUNDS = 2_000;

  private final Random random = new Random(7);

  @Test
  void theShippedCasesGiveTheScoresCalculatedByHand() {
    assertThat(CreditModelCases.run(MODEL)).isNotEmpty().allMatch(result -> result.passed());
  }

  @Test
  void everyDeductionIsToldWithWhatItsMaximumLeftOfIt() {
    CreditScore score =
        SCORING.score(
            SUBJECT,
            List.of(
                item("a", "abnormal_operation"),
                item("b", "not_reachable"),
                item("c", "annual_report_missing")),
            DAY);

    assertThat(score.score()).isEqualTo(900);
    assertThat(score.creditClass()).isEqualTo("B");
    assertThat(score.reasons())
        .extracting(r -> r.item() + " " + r.points() + " " + r.counted())
        .containsExactly(
            "abnormal_operation 60 60", "not_reachable 40 40", "annual_report_missing 30 0");
  }

  @Test
  void aNaturalPersonAndAnIndividualBusinessGetNoScore() {
    assertThatThrownBy(() -> CreditSubject.of("11010519491231002X"))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Only legal entities have a score")
        .hasMessageNotContaining("19491231");
    String business =
        org.citylake.entities.identifier.UnifiedSocialCreditCode.complete("92310106MADEUP718")
            .value();
    assertThatThrownBy(() -> CreditSubject.of(business))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("natural person");
  }

  @Test
  void theTrendTellsPointsAndFall() {
    CreditScore before = SCORING.score(SUBJECT, List.of(), DAY);
    CreditScore after = SCORING.score(SUBJECT, List.of(item("a", "grave_list")), DAY);

    assertThat(after.since(before)).isEqualTo(new CreditScore.Trend(0, true, false));
    assertThat(before.since(after)).isEqualTo(new CreditScore.Trend(0, false, true));
  }

  @Test
  void repairIsDatedByTheRuleInForce() {
    RepairCalendar calendar = new RepairCalendar(MODEL.repair());
    CreditItem breach = item("a", "breach_ordinary", LocalDate.of(2025, 3, 15), Optional.empty());
    Item declared = declared("breach_ordinary");

    assertThat(calendar.end(breach, declared, LocalDate.of(2026, 3, 31)))
        .hasValue(LocalDate.of(2028, 3, 15));
    assertThat(calendar.end(breach, declared, LocalDate.of(2026, 4, 1)))
        .hasValue(LocalDate.of(2026, 3, 15));
    assertThat(calendar.end(breach, declared, LocalDate.of(2016, 4, 1))).isEmpty();
    assertThat(calendar.repairableFrom(LocalDate.of(2026, 5, 1), Severity.GRAVE, DAY))
        .hasValue(LocalDate.of(2027, 5, 1));
  }

  @Test
  void anyItemsInAnyOrderGiveAScoreWithinItsBounds() {
    for (int i = 0; i < ROUNDS; i++) {
      List<CreditItem> items = items();
      CreditScore score = SCORING.score(SUBJECT, items, DAY);
      Collections.shuffle(items, random);

      assertThat(score.score()).isBetween(0, 1050);
      assertThat(SCORING.score(SUBJECT, items, DAY)).isEqualTo(score);
    }
  }

  @Test
  void oneDeductionMoreNeverMakesItBetter() {
    List<String> deductions = new ArrayList<>(MODEL.itemIds());
    MODEL.groups().stream()
        .filter(g -> g.effect() == Effect.ADD)
        .forEach(g -> g.items().forEach(i -> deductions.remove(i.id())));
    for (int i = 0; i < ROUNDS; i++) {
      List<CreditItem> items = items();
      CreditScore before = SCORING.score(SUBJECT, items, DAY);
      items.add(random("more", deductions.get(random.nextInt(deductions.size()))));
      CreditScore after = SCORING.score(SUBJECT, items, DAY);

      assertThat(after.score()).as("%s", items).isLessThanOrEqualTo(before.score());
      assertThat(after.creditClass()).as("%s", items).isGreaterThanOrEqualTo(before.creditClass());
    }
  }

  @Test
  void anItemRepairedOrAtItsEndChangesNothingFromThatDay() {
    for (int i = 0; i < ROUNDS; i++) {
      List<CreditItem> items = items();
      CreditScore without = SCORING.score(SUBJECT, items, DAY);
      String id = MODEL.itemIds().get(random.nextInt(MODEL.itemIds().size()));
      CreditItem base = item("gone", id);
      boolean repaired = random.nextBoolean();
      items.add(
          new CreditItem(
              base.key(),
              id,
              base.kind(),
              base.documentNumber(),
              base.validFrom(),
              repaired ? Optional.empty() : Optional.of(DAY),
              repaired ? Optional.of(DAY) : Optional.empty()));

      assertThat(SCORING.score(SUBJECT, items, DAY)).isEqualTo(without);
    }
  }

  @Test
  void oneDocumentCountsOnce() {
    for (int i = 0; i < ROUNDS; i++) {
      List<CreditItem> items = items();
      items.add(document("x", "breach_grave", "one"));
      int once = SCORING.score(SUBJECT, items, DAY).score();
      items.add(document("y", random.nextBoolean() ? "breach_grave" : "breach_ordinary", "one"));

      assertThat(SCORING.score(SUBJECT, items, DAY).score()).isEqualTo(once);
    }
  }

  @Test
  void aRedLineIsTheLowestClass() {
    for (RedLine line : MODEL.redLines()) {
      for (int i = 0; i < ROUNDS / 10; i++) {
        List<CreditItem> items = items();
        items.add(item("red", line.item()));

        assertThat(SCORING.score(SUBJECT, items, DAY).creditClass()).isEqualTo("D");
      }
    }
  }

  private List<CreditItem> items() {
    List<CreditItem> items = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      items.add(random("r" + i, MODEL.itemIds().get(random.nextInt(MODEL.itemIds().size()))));
    }
    return items;
  }

  private CreditItem random(String key, String id) {
    Optional<String> document =
        random.nextBoolean() ? Optional.of("d" + random.nextInt(3)) : Optional.empty();
    LocalDate from = DAY.minusDays(random.nextInt(900) - 30L);
    Optional<LocalDate> to =
        random.nextInt(3) == 0 ? Optional.of(from.plusDays(random.nextInt(700))) : Optional.empty();
    Optional<LocalDate> repaired =
        random.nextInt(4) == 0 ? Optional.of(from.plusDays(random.nextInt(700))) : Optional.empty();
    return new CreditItem(key, id, "kind" + random.nextInt(2), document, from, to, repaired);
  }

  private static CreditItem item(String key, String id) {
    return item(key, id, DAY.minusDays(30), Optional.empty());
  }

  private static CreditItem document(String key, String id, String document) {
    return item(key, id, DAY.minusDays(30), Optional.of(document));
  }

  private static CreditItem item(String key, String id, LocalDate from, Optional<String> document) {
    return new CreditItem(key, id, "like", document, from, Optional.empty(), Optional.empty());
  }

  private static Item declared(String id) {
    return MODEL.groups().stream()
        .flatMap(g -> g.items().stream())
        .filter(i -> i.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
