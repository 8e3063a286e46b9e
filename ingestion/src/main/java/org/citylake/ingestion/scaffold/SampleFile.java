package org.citylake.ingestion.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.ingestion.format.DeliveredFile;
import org.citylake.ingestion.format.DeliveredRecords;
import org.citylake.ingestion.format.FoundColumn;
import org.citylake.ingestion.format.FoundFormat;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.SourceRecord;

/**
 * A sample of what an agency sends, read as its deliveries will be.
 *
 * @param file where it is
 * @param found how it is written
 * @param rows at most {@value #MOST_ROWS}, each as long as the header; empty texts for no value
 * @param refused reasons to the number of records that were left out for them
 */
public record SampleFile(
    Path file, FoundFormat found, List<List<String>> rows, Map<String, Integer> refused) {
  static final int MOST_ROWS = 10_000;

  public SampleFile {
    rows = List.copyOf(rows);
    refused = Map.copyOf(refused);
  }

  /**
   * Reads a sample.
   *
   * @throws CityLakeException of kind USER when there is none, it is empty, damaged, or of a kind
   *     that no source sends
   */
  public static SampleFile read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) == 0) {
        throw new CityLakeException(Kind.USER, "Cannot find a sample in " + file);
      }
      return records(file, FoundFormat.of(DeliveredFile.at(file)));
    } catch (IOException e) {
      throw new CityLakeException(Kind.USER, "Cannot read " + file + ": " + e, e);
    } catch (CityLakeException e) {
      // What a load refuses as bad data is here a sample that was badly chosen.
      throw new CityLakeException(
          Kind.USER,
          Objects.toString(e.getMessage()).replace(", nothing was loaded", ""),
          e.getCause());
    }
  }

  private static SampleFile records(Path file, FoundFormat found) {
    SourceDeclaration source = found.source();
    LineParser parser = LineParser.of(source);
    List<List<String>> rows = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    try (DeliveredRecords lines = DeliveredRecords.open(source, DeliveredFile.at(file))) {
      for (RecordLine line = lines.next();
          line != null && rows.size() < MOST_ROWS;
          line = lines.next()) {
        for (SourceRecord record : parser.parse(line).records()) {
          if (record.accepted()) {
            rows.add(texts(record, found.columns().size()));
          } else {
            record.reasons().forEach(r -> refused.merge(Finding.ruleOf(r), 1, Integer::sum));
          }
        }
      }
    }
    if (rows.isEmpty()) {
      throw new CityLakeException(
          Kind.USER,
          "The sample needs a header with a name for every column, each once, and a row below; "
              + (refused.isEmpty() ? "there is no row" : "all rows are refused: " + refused));
    }
    return new SampleFile(file, found, rows, refused);
  }

  private static List<String> texts(SourceRecord record, int columns) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      Object value = record.values().get(FoundFormat.propertyName(i));
      texts.add(Objects.toString(value, ""));
    }
    return texts;
  }

  /** How a contract says that it is written. */
  public FileFormat format() {
    return found.format();
  }

  /** The column names. */
  public List<String> header() {
    return found.columns().stream().map(FoundColumn::name).toList();
  }

  /** The values of a column, blanks around them taken away. */
  List<String> column(int index) {
    return rows.stream().map(row -> row.get(index).strip()).toList();
  }
}
