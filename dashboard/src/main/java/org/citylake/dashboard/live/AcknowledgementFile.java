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
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * The acknowledgements of a home, a line of JSON each, only ever added to and forced to the disk
 * before one counts. A last line that a crash cut off was never told to anybody, and is dropped.
 */
final class AcknowledgementFile {
  private final Path file;
  private final List<Acknowledgement> all = new ArrayList<>();

  AcknowledgementFile(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).lines().toList()) {
          all.add(Json.mapper().readValue(line, Acknowledgement.class));
        }
        if (whole < text.length()) {
          Files.writeString(file, text.substring(0, whole), StandardCharsets.UTF_8);
        }
      }
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /** The same user's acknowledgement of the warning, if there is one. */
  synchronized Optional<Acknowledgement> find(String warning, String user) {
    return all.stream()
        .filter(a -> a.warning().equals(warning) && a.user().equals(user))
        .findFirst();
  }

  /** All, oldest first. */
  synchronized List<Acknowledgement> all() {
    return List.copyOf(all);
  }

  synchronized void add(Acknowledgement acknowledgement) {
    ByteBuffer line =
        ByteBuffer.wrap((Json.line(acknowledgement) + "\n").getBytes(StandardCharsets.UTF_8));
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
    all.add(acknowledgement);
  }

  private CityLakeException failure(String what, IOException e) {
    return new CityLakeException(
        Kind.EXTERNAL,
        "Cannot " + what + " the acknowledgements " + file + ": mend the disk or its rights",
        new UncheckedIOException(e));
  }
}
