package org.citylake.ingestion.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The truth beside the extracts: {@code <population>.csv} says which entity each record is of
 * ({@code source,record_id,entity_id}), {@code fault.csv} what was planted where ({@code
 * source,line,record_id,fault}).
 */
final class Truth implements Closeable {
  private final Path folder;
  private final Map<String, CsvWriter> populations = new TreeMap<>();
  private final CsvWriter faults;

  Truth(Path folder) throws IOException {
    this.folder = folder;
    this.faults =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve("fault.csv"));
    faults.writeRecord("source", "line", "record_id", "fault");
  }

  /** Tells of a row that stands on a line of a source's file. */
  void tell(String source, String population, long line, WrittenRow row) {
    CsvWriter entities = populations.computeIfAbsent(population, this::open);
    for (String key : row.keys()) {
      entities.writeRecord(source, key, row.record().entity().id());
      for (Fault fault : row.record().faults()) {
        faults.writeRecord(source, Long.toString(line), key, fault.id());
      }
    }
  }

  private CsvWriter open(String population) {
    try {
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(folder.resolve(population + ".csv"));
      writer.writeRecord("source", "record_id", "entity_id");
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the truth to " + folder, e);
    }
  }

  @Override
  public void close() throws IOException {
    faults.close();
    for (CsvWriter writer : populations.values()) {
      writer.close();
    }
  }
}
