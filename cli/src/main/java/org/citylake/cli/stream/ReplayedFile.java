package org.citylake.cli.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.LiveStream;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.StreamDeclaration;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;

/** A delivered file whose records are streamed: in the order of their times, as bytes. */
final class ReplayedFile {
  private final byte[] header;
  private final List<byte[]> records;

  /** A record with its time, or that of the record before it. */
  private record Timed(long at, byte[] bytes) {}

  /**
   * Reads the file whole.
   *
   * @throws CityLakeException of kind DATA when its header is not the contract's, or the source's
   *     messages are neither CSV nor JSON Lines
   */
  ReplayedFile(SourceDeclaration source, DeclarationLibrary library, Path file) {
    boolean csv = source.format().type().equals("csv");
    if (!csv && !source.format().type().equals("jsonl")) {
      throw new CityLakeException(
          Kind.DATA, "Only CSV and JSON Lines are streamed; " + source.id() + " is neither");
    }
    LiveStream stream = source.stream().flatMap(StreamDeclaration::live).orElseThrow();
    LineParser parser = LineParser.of(source);
    RecordValidator validator = new RecordValidator(source, library);
    List<Timed> timed = new ArrayList<>();
    byte[] first = new byte[0];
    try (RecordReader lines = RecordReader.open(file, source.format())) {
      if (csv && lines.hasNext()) {
        RecordLine header = lines.next();
        new RecordParser(source).checkHeader(header, file.getFileName().toString());
        first = header.bytes();
      }
      long before = Long.MIN_VALUE;
      while (lines.hasNext()) {
        RecordLine line = lines.next();
        before = time(parser, validator, stream, line, before);
        timed.add(new Timed(before, line.bytes()));
      }
    }
    timed.sort(Comparator.comparingLong(Timed::at));
    this.header = first;
    this.records = timed.stream().map(Timed::bytes).toList();
  }

  private static long time(
      LineParser parser,
      RecordValidator validator,
      LiveStream stream,
      RecordLine line,
      long before) {
    List<SourceRecord> parsed = parser.parse(line).records();
    if (parsed.size() != 1) {
      return before;
    }
    Object at = validator.validate(parsed.get(0)).values().get(stream.eventTime());
    return at instanceof OffsetDateTime time ? time.toInstant().toEpochMilli() : before;
  }

  /** The records, each without the line break at its end. */
  List<byte[]> records() {
    return records;
  }

  /** Writes records as a file of the same kind. */
  void write(Path file, List<byte[]> some) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (header.length > 0) {
        out.write(header);
        out.write('\n');
      }
      for (byte[] record : some) {
        out.write(record);
        out.write('\n');
      }
    }
  }
}
