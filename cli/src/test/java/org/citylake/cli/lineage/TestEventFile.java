package org.citylake.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestEventFile {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final Path file;

  TestEventFile(@TempDir Path temporary) {
    folder = temporary.resolve("lineage");
    file = folder.resolve("events.jsonl");
  }

  @Test
  void eachEventIsALine() throws IOException {
    new EventFile(file, 1000, NOON).append("{\"a\":1}");
    new EventFile(file, 1000, NOON).append("{\"b\":\"中\"}");

    assertThat(Files.readString(file)).isEqualTo("{\"a\":1}\n{\"b\":\"中\"}\n");
  }

  @Test
  void halfALineThatAKillLeftIsCutOffBeforeTheNextEvent() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, "{\"a\":1}\n{\"b\":" + "x".repeat(20_000));

    new EventFile(file, 100_000, NOON).append("{\"c\":3}");

    assertThat(Files.readAllLines(file)).containsExactly("{\"a\":1}", "{\"c\":3}");
  }

  @Test
  void aFileWithoutOneWholeLineBeginsAnew() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file, "{\"b\":");

    new EventFile(file, 1000, NOON).append("{\"c\":3}");

    assertThat(Files.readString(file)).isEqualTo("{\"c\":3}\n");
  }

  @Test
  void aFileBeyondItsLimitIsSetAside() throws IOException {
    EventFile events = new EventFile(file, 10, NOON);
    events.append("{\"a\":\"0123456789\"}");
    events.append("{\"b\":2}");

    assertThat(names()).containsExactly("events-20261126T120000000.jsonl", "events.jsonl");
    assertThat(Files.readString(file)).isEqualTo("{\"b\":2}\n");
  }

  @Test
  void aFailedWriteIsThrown() throws IOException {
    Files.createDirectories(file);

    assertThatThrownBy(() -> new EventFile(file, 1L << 40, NOON).append("{}"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("events.jsonl");
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(f -> names.add(f.getFileName().toString()));
    }
    names.sort(null);
    return names;
  }
}
