package org.citylake.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSharedJournal {
  private record Line(@JsonProperty("number") int number) {}

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void aLineThatACrashCutOffIsDroppedAndTheRestStays() throws Exception {
    Path file = folder.resolve("new/journal.jsonl");
    SharedJournal<Line> journal = new SharedJournal<>(file, Line.class);

    assertThat(journal.all()).isEmpty();
    journal.add(before -> Optional.of(new Line(1)));
    Files.writeString(file, "{\"numb", StandardOpenOption.APPEND);

    assertThat(journal.all()).containsExactly(new Line(1));
    assertThat(new SharedJournal<>(file, Line.class).add(before -> Optional.of(new Line(2))))
        .containsExactly(new Line(1), new Line(2));
    assertThat(Files.readAllLines(file)).containsExactly("{\"number\":1}", "{\"number\":2}");
  }

  @Test
  void whatIsRefusedLeavesTheFileAsItWas() throws Exception {
    Path file = folder.resolve("journal.jsonl");
    SharedJournal<Line> journal = new SharedJournal<>(file, Line.class);
    journal.add(before -> Optional.of(new Line(1)));

    assertThatThrownBy(
            () ->
                journal.add(
                    before -> {
                      throw new IllegalStateException("not now");
                    }))
        .hasMessage("not now");
    assertThat(journal.add(before -> Optional.empty())).hasSize(1);
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void aLineThatIsNoEntryIsNamedByItsNumberAndNothingIsAdded() throws Exception {
    Path file = Files.writeString(folder.resolve("journal.jsonl"), "{\"number\":1}\ngarbage\n");
    SharedJournal<Line> journal = new SharedJournal<>(file, Line.class);

    assertThatThrownBy(journal::all).hasMessageContaining("Line 2 of the journal " + file);
    assertThatThrownBy(() -> journal.add(before -> Optional.of(new Line(3))))
        .hasMessageContaining("Line 2 of")
        .message()
        .doesNotContain("garbage");
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  /** Each writer numbers by what is there: lost or doubled numbers would show a race. */
  @Test
  void writersAtTheSameTimeLoseNothing() throws Exception {
    Path file = folder.resolve("journal.jsonl");
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < 4; w++) {
      SharedJournal<Line> own = new SharedJournal<>(file, Line.class);
      writers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 10; i++) {
                  own.add(before -> Optional.of(new Line(before.size())));
                }
              }));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(new SharedJournal<>(file, Line.class).all().stream().map(Line::number))
        .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
  }
}
