package org.citylake.cli.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Compression;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.core.home.Home;
import org.citylake.ingestion.format.DeliveredFile;
import org.citylake.ingestion.format.DeliveredRecords;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.sealing.SealedFile;

/** Finds a line of a delivery, which is kept under its SHA-256. */
final class DeliveredLine {
  private final Home home;

  DeliveredLine(Home home) {
    this.home = home;
  }

  /**
   * The line as text; of a file whose records are no lines, the record as it is kept.
   *
   * @param line as the record's row names it, from 1
   * @param source whose delivery it is; empty when it is no longer declared
   * @return empty when the delivery is no longer kept or has fewer lines
   */
  Optional<String> find(String delivery, long line, Optional<SourceDeclaration> source) {
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
    return source.isPresent() && !plainText(source.get().format())
        ? record(source.get(), kept.get(0), line)
        : physical(kept.get(0), line, charset(source.map(s -> s.format().encoding()).orElse("")));
  }

  private static boolean plainText(FileFormat format) {
    return lines(format) && format.packing().compression() == Compression.NONE;
  }

  private static boolean lines(FileFormat format) {
    return format.type().equals("csv") || format.type().equals("jsonl");
  }

  /** The record that the source's reader gives under that number. */
  private static Optional<String> record(SourceDeclaration source, Path file, long line) {
    try (DeliveredRecords records = DeliveredRecords.open(source, DeliveredFile.at(file))) {
      for (RecordLine found = records.next(); found != null; found = records.next()) {
        if (found.line() == line) {
          String encoding = lines(source.format()) ? source.format().encoding() : "UTF-8";
          return Optional.of(new String(found.bytes(), charset(encoding)));
        }
      }
      return Optional.empty();
    } catch (CityLakeException e) {
      return Optional.of("not readable by the contract of now: " + e.getMessage());
    }
  }

  private static Optional<String> physical(Path file, long line, Charset charset) {
    // A lenient decoder: the line was accepted, a neighbour may have been refused for its bytes.
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      return reader.lines().skip(line - 1).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
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
  private static Charset charset(String encoding) {
    if (encoding.startsWith("GB18030")) {
      return Charset.forName("GB18030");
    }
    return encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
  }
}
