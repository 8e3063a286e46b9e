package org.citylake.core.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * A file with a line of JSON for each entry, only ever added to, by the page and by commands at the
 * same time. A line counts once it is forced to the disk; a last line that a crash cut off was
 * never told to anybody, and is dropped by who writes next.
 *
 * @param <T> an entry with a JSON form
 */
public final class SharedJournal<T> {
  // A file lock holds between processes; within one, its threads wait here.
  private static final Object WITHIN_PROCESS = new Object();

  private final Path file;
  private final Class<T> type;
  private String stamp = "";
  private List<T> known = List.of();

  /** The journal of a file, which need not be there yet. */
  public SharedJournal(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /**
   * All entries, oldest first, as of now.
   *
   * @throws CityLakeException of kind EXTERNAL when the file cannot be read
   */
  public List<T> all() {
    try {
      return Files.exists(file) ? read() : List.of();
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /** It is only ever added to: as long and as old as it was, it says what it said. */
  private synchronized List<T> read() throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    String now = attributes.size() + "/" + attributes.lastModifiedTime();
    if (!now.equals(stamp)) {
      known = entries(Files.readAllBytes(file));
      stamp = now;
    }
    return known;
  }

  /**
   * Adds an entry that may depend on those before it; nobody else adds meanwhile.
   *
   * @param next gives the entry, or none where there is nothing to add; what it throws is passed on
   *     and nothing is added
   * @return all entries, the new one among them
   * @throws CityLakeException of kind EXTERNAL when the file cannot be written
   */
  public List<T> add(Function<List<T>, Optional<T>> next) {
    synchronized (WITHIN_PROCESS) {
      try {
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          return add(channel, next);
        }
      } catch (IOException e) {
        throw failure("write", e);
      }
    }
  }

  private List<T> add(FileChannel channel, Function<List<T>, Optional<T>> next) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<T> all = new ArrayList<>(entries(bytes));
    Optional<T> entry = next.apply(List.copyOf(all));
    if (entry.isPresent()) {
      long whole = whole(bytes);
      channel.truncate(whole);
      channel.position(whole);
      ByteBuffer line =
          ByteBuffer.wrap((Json.line(entry.get()) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
      all.add(entry.get());
    }
    return List.copyOf(all);
  }

  private List<T> entries(byte[] bytes) {
    List<T> all = new ArrayList<>();
    String text = new String(bytes, 0, whole(bytes), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      all.add(entry(line, all.size() + 1));
    }
    return List.copyOf(all);
  }

  private T entry(String line, int number) {
    try {
      return Json.mapper().readValue(line, type);
    } catch (JsonProcessingException e) {
      // What the line says may not be for whoever reads the message.
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Line " + number + " of the journal " + file + " is no entry: mend it, or take it out",
          e);
    }
  }

  /** How many bytes are whole lines. */
  private static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private CityLakeException failure(String what, IOException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot " + what + " the journal " + file + ": mend the disk or its rights",
        new UncheckedIOException(e));
  }
}
