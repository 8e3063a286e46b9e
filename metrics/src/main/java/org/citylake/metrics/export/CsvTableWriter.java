package org.citylake.metrics.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * CSV by RFC 4180: UTF-8 without byte order mark, a header, lines end in CR LF. No value is an
 * empty field, the empty text is {@code ""}.
 *
 * <p>CSV is opened in spreadsheets, which run a text that begins like a formula. A text that begins
 * with {@code = + - @}, one of their full-width forms, a tab or a line break, and is longer than
 * that, therefore gets an apostrophe before it (OWASP, CSV Injection). Numbers and dates are never
 * touched; JSON and Parquet carry every text as it is.
 */
final class CsvTableWriter implements TableFileWriter {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  @Override
  public String format() {
    return "csv";
  }

  @Override
  public long write(ExportTable table, Path file) throws IOException {
    List<String> names = table.columns().stream().map(ExportColumn::name).toList();
    return write(names, table.rows(), file);
  }

  static long write(List<String> names, Iterable<? extends Map<String, ?>> rows, Path file)
      throws IOException {
    long count = 0;
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(names);
      for (Map<String, ?> row : rows) {
        String[] cells = new String[names.size()];
        for (int i = 0; i < cells.length; i++) {
          Object value = row.get(names.get(i));
          if (value != null) {
            cells[i] = value instanceof String text ? guarded(text) : CellText.of(value);
          }
        }
        csv.writeRecord(cells);
        count++;
      }
    }
    return count;
  }

  private static String guarded(String text) {
    return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
