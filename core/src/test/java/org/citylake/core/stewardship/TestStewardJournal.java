package org.citylake.core.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.citylake.core.home.Home;
import org.citylake.core.stewardship.ObjectionStep.Raised;
import org.citylake.core.stewardship.ObjectionStep.Receipt;
import org.citylake.core.stewardship.ObjectionStep.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestStewardJournal {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T08:00:00.123Z"), ZoneOffset.UTC);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void anObjectionIsRaisedOnceAndOutlivesWhoWroteIt() throws Exception {
    assertThat(raise("wrong street").number()).isEqualTo(1);
    assertThat(raise("wrong street").number()).as("said twice").isEqualTo(1);
    assertThat(raise("wrong sex").number()).isEqualTo(2);

    StewardJournal journal = journal();
    Objection sent = journal.add(new Sent(2, "health_record", "", "steward", journal.now()));

    assertThat(sent.state()).isEqualTo("sent");
    assertThat(journal().read().objections().stream().map(Objection::state))
        .containsExactly("raised", "sent");
    assertThat(journal.now()).isEqualTo("2026-11-26T08:00:00Z");
    assertThat(Files.readAllLines(folder.resolve("stewardship/journal.jsonl"))).hasSize(3);
  }

  @Test
  void refusedStepIsNotWritten() throws Exception {
    raise("wrong street");

    assertThatThrownBy(() -> journal().add(new Receipt(1, "office", "", "steward", "now")))
        .hasMessage("Objection 1 cannot be receipt now: it is raised, and next is sent");
    assertThatThrownBy(() -> journal().add(new Sent(9, "health_record", "", "steward", "now")))
        .hasMessage("There is no objection 9");
    assertThat(Files.readAllLines(folder.resolve("stewardship/journal.jsonl"))).hasSize(1);
  }

  @Test
  void decisionThatIsInForceIsNotWrittenAgain() {
    assertThat(decide("apart").number()).isEqualTo(1);
    assertThat(decide("apart").number()).isEqualTo(1);
    assertThat(decide("open").number()).isEqualTo(2);
    assertThat(decide("apart").number()).isEqualTo(3);

    assertThat(journal().read().links().stream().map(KeptLink::inForce))
        .containsExactly(false, false, true);
  }

  private KeptLink decide(String decision) {
    LinkChoice link = new LinkChoice("person", decision, "health_record", "1", "disability", "2");
    return journal().add(new LinkDecided(link, "looked at", "steward", journal().now()));
  }

  private Objection raise(String text) {
    StewardJournal journal = journal();
    return journal.raise(
        number -> new Raised(number, "person", "p1-0", "", text, "steward", journal.now()));
  }

  private StewardJournal journal() {
    return new StewardJournal(new Home(folder), CLOCK);
  }
}
