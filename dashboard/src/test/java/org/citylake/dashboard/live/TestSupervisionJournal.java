package org.citylake.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSupervisionJournal {
  private final Path raised;
  private final Path steps;

  TestSupervisionJournal(@TempDir Path folder) {
    raised = folder.resolve("supervisions.jsonl");
    steps = folder.resolve("supervision_steps.jsonl");
  }

  @Test
  void courseOutlivesTheServer() {
    SupervisionJournal journal = new SupervisionJournal(raised, steps);
    assertThat(journal.raise(supervision("pm25_daily_mean")).entry().number()).isEqualTo(1);
    assertThat(journal.raise(supervision("hotline_solved_rate")).entry().number()).isEqualTo(2);
    journal.add(step(2, SupervisionStep.ANSWERED, "jingan"));

    SupervisionJournal again = new SupervisionJournal(raised, steps);

    assertThat(again.all()).isEqualTo(journal.all());
    assertThat(again.all())
        .extracting(ToldSupervision::state)
        .containsExactly("raised", "answered");
    assertThat(again.find(2).orElseThrow().steps())
        .extracting(SupervisionStep::user)
        .containsExactly("leader", "jingan");
  }

  @Test
  void nothingIsAddedToWhatIsClosedAndItIsRaisedAnewUnderAnotherNumber() {
    SupervisionJournal journal = new SupervisionJournal(raised, steps);
    Supervision wanted = supervision("pm25_daily_mean");
    journal.raise(wanted);
    assertThat(journal.raise(wanted).isNew()).isFalse();

    assertThat(journal.add(step(1, SupervisionStep.CLOSED, "leader")).orElseThrow().isNew())
        .isTrue();
    assertThat(journal.add(step(1, SupervisionStep.CLOSED, "leader")).orElseThrow().isNew())
        .isFalse();
    assertThat(journal.add(step(1, SupervisionStep.ANSWERED, "jingan"))).isEmpty();
    assertThat(journal.add(step(7, SupervisionStep.ANSWERED, "jingan"))).isEmpty();
    assertThat(journal.raise(wanted).entry().number()).isEqualTo(2);
    assertThat(journal.find(1).orElseThrow().closed()).isTrue();
    assertThat(journal.find(2).orElseThrow().closed()).isFalse();
  }

  private static Supervision supervision(String code) {
    return new Supervision(
        "figure", code, "310106", "2016-12-30", "leader", "2026-11-26T08:00:00Z", "");
  }

  private static SupervisionStep step(int number, String step, String user) {
    return new SupervisionStep(number, step, user, "2026-11-26T09:00:00Z", "");
  }
}
