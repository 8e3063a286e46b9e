package org.citylake.ingestion.scaffold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.ingestion.format.DeliveredFile;
import org.citylake.ingestion.format.ParquetExcerpt;
import org.citylake.ingestion.format.ShapefileWriter;

/**
 * The file of the first test case, in the sample's own format: the sample's first rows. Personal
 * columns hold values of nobody there, the same in every row, and then one row is enough.
 */
final class SampleCase {
  private static final int MOST_ROWS = 20;
  private static final long LARGEST_COPY = 1 << 20;

  private final SampleFile sample;
  private final List<ColumnGuess> columns;
  private final boolean personal;

  SampleCase(SampleFile sample, List<ColumnGuess> columns) {
    this.sample = sample;
    this.columns = columns;
    this.personal = columns.stream().anyMatch(c -> c.personal().isPresent());
  }

  /**
   * Writes it.
   *
   * @throws CityLakeException of kind USER when it cannot be written so that no personal value is
   *     in it, or only too large: then a person has to
   */
  CaseFile write() {
    FileFormat format = sample.format();
    String type = format.type();
    return switch (type) {
      case "csv" -> packed("input.csv", text(CsvCase.write(format, sample.header(), shown())));
      case "jsonl" -> packed("input.jsonl", text(JsonCase.lines(sample, replaced(), rowsOfCase())));
      case "geojson" ->
          packed("input.geojson", text(JsonCase.features(sample, replaced(), rowsOfCase())));
      case "xlsx", "xls" ->
          new CaseFile(
              "input." + type, SheetCase.write(format, sample.found().unit(), columns, shown()));
      case "parquet" ->
          new CaseFile(
              "input.parquet",
              ParquetExcerpt.of(DeliveredFile.at(sample.file()), rowsOfCase(), replaced()));
      default -> copy();
    };
  }

  private CaseFile copy() {
    try {
      if (personal || Files.size(sample.file()) > LARGEST_COPY) {
        throw new CityLakeException(
            Kind.USER,
            "Cannot write a first case of "
                + sample.file()
                + ": a shapefile is copied as it is, and it "
                + (personal
                    ? "seems to hold personal data in "
                        + columns.stream()
                            .filter(c -> c.personal().isPresent())
                            .map(ColumnGuess::header)
                            .toList()
                    : "has more than 1 MiB")
                + (personal
                    ? ". Write the folder by hand (docs/guides/add-a-source.md), with made-up"
                        + " features"
                    : ". Give a sample of a few features"));
      }
      return new CaseFile("input.zip", Files.readAllBytes(sample.file()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + sample.file(), e);
    }
  }

  private int rowsOfCase() {
    return personal ? 1 : Math.min(MOST_ROWS, sample.rows().size());
  }

  /** Personal columns' names in the file and what stands for their values. */
  private Map<String, String> replaced() {
    Map<String, String> replaced = new LinkedHashMap<>();
    columns.stream()
        .filter(c -> c.personal().isPresent())
        .forEach(c -> replaced.put(c.header(), InventedValue.of(c)));
    return replaced;
  }

  private List<List<String>> shown() {
    List<List<String>> shown = new ArrayList<>();
    for (List<String> row : sample.rows().subList(0, rowsOfCase())) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        ColumnGuess column = columns.get(i);
        cells.add(column.personal().isPresent() ? InventedValue.of(column) : row.get(i));
      }
      shown.add(cells);
    }
    return shown;
  }

  private byte[] text(String text) {
    String encoding = sample.format().encoding();
    return text.getBytes(Charset.forName(encoding.startsWith("GB18030") ? "GB18030" : encoding));
  }

  private CaseFile packed(String name, byte[] bytes) {
    return switch (sample.format().packing().compression()) {
      case NONE -> new CaseFile(name, bytes);
      case ZIP -> new CaseFile(name + ".zip", ShapefileWriter.zip(Map.of(name, bytes)));
      case GZIP -> {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
          out.write(bytes);
        } catch (IOException e) {
          throw new UncheckedIOException("writing into memory cannot fail", e);
        }
        yield new CaseFile(name + ".gz", gzip.toByteArray());
      }
    };
  }
}
