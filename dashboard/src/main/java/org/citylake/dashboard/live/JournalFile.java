package org.citylake.dashboard.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * What users of a home said on the page, a line of JSON each, only ever added to and forced to the
 * disk before one counts. A last line that a crash cut off was never told to anybody, and is
 * dropped.
 *
 * @param <T> a record with a JSON form
 */
final class JournalFile<T> {
  private final Path file;
  private final List<T> all = new ArrayList<>();

  /**
   * An entry that counts.
   *
   * @param entry the one that was there, else the new one
   * @param isNew whether it was added now
   */
  record Kept<T>(T entry, boolean isNew) {}

  JournalFile(Path file, Class<T> type) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).lines().toList()) {
          all.add(Json.mapper().readValue(line, type));
        }
        if (whole < text.length()) {
          Files.writeString(file, text.substring(0, whole), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /** All, oldest first. */
  synchronized List<T> all() {
    return List.copyOf(all);
  }

  /** Adds what is made, unless an entry is there that says the same already. */
  synchronized Kept<T> keep(Predicate<T> same, Supplier<T> made) {
    Optional<T> before = all.stream().filter(same).findFirst();
    if (before.isPresent()) {
      return new Kept<>(before.get(), false);
    }
    T entry = made.get();
    write(entry);
    all.add(entry);
    return new Kept<>(entry, true);
  }

  private void write(T entry) {
    ByteBuffer line = ByteBuffer.wrap((Json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  private CityLakeException failure(String what, IOException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot " + what + " the page's journal " + file + ": mend the disk or its rights",
        new UncheckedIOException(e));
  }
}
