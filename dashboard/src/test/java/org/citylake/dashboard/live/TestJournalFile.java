package org.citylake.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestJournalFile {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void entriesOutliveTheServerAndAHalfWrittenLineDoesNot() throws Exception {
    Path path = folder.resolve("page/supervisions.jsonl");
    Supervision first = supervision("hotline_solved_rate");
    JournalFile<Supervision> file = new JournalFile<>(path, Supervision.class);

    assertThat(file.keep(first::sameAs, () -> first).isNew()).isTrue();
    Files.writeString(path, "{\"kind\":\"fig", StandardOpenOption.APPEND);
    JournalFile<Supervision> again = new JournalFile<>(path, Supervision.class);

    assertThat(again.all()).containsExactly(first);
    assertThat(again.keep(first::sameAs, () -> supervision("x")).entry()).isEqualTo(first);
    Supervision second = supervision("pm25_daily_mean");
    assertThat(again.keep(second::sameAs, () -> second).isNew()).isTrue();
    assertThat(Files.readAllLines(path)).hasSize(2);
  }

  private static Supervision supervision(String code) {
    return new Supervision(
        "figure", code, "310106", "2016-12-30", "leader", "2026-11-26T08:00:00Z", "");
  }
}
