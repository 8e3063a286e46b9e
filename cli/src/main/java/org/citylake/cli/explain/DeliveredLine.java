package org.citylake.cli.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.citylake.ingestion.sealing.SealedFile;

/** Finds a physical line of a delivery, which is kept under its SHA-256. */
final class DeliveredLine {
  private final Home home;

  DeliveredLine(Home home) {
    this.home = home;
  }

  /**
   * The line as text.
   *
   * @param line physical line, from 1
   * @return empty when the delivery is no longer kept or has fewer lines
   */
  Optional<String> find(String delivery, long line, Charset charset) {
    List<Path> kept;
    try (Stream<Path> files = Files.walk(home.deliveries(), 3)) {
      kept = files.filter(f -> f.getFileName().toString().startsWith(delivery)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + home.deliveries(), e);
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (sealed(kept.get(0))) {
      return Optional.of("personal data, sealed in the archive; see ./citylake vault show");
    }
    // A lenient decoder: the line was accepted, a neighbour may have been refused for its bytes.
    try (BufferedReader reader =
        new BufferedReader(
            new java.io.InputStreamReader(Files.newInputStream(kept.get(0)), charset))) {
      return reader.lines().skip(line - 1).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + kept.get(0), e);
    }
  }

  private static boolean sealed(Path file) {
    try {
      return SealedFile.isSealed(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The charset that a contract's encoding names; the editions of GB18030 decode alike here. */
  static Charset charset(String encoding) {
    if (encoding.startsWith("GB18030")) {
      return Charset.forName("GB18030");
    }
    return encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
  }
}
