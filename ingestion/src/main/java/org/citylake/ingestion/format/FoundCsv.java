package org.citylake.ingestion.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citylake.core.declaration.SourceDeclaration.Packing;

/** Tells how a CSV file is written. */
final class FoundCsv {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Pattern OTHER_NAME =
      Pattern.compile(".*\\.(xlsx|xls|parquet|shp|dbf)(\\.gz)?");

  private FoundCsv() {}

  static FoundFormat of(DeliveredFile file, Packing packing, SampleText sample) {
    String text = sample.text();
    int end = text.indexOf('\n');
    char delimiter = delimiter(end < 0 ? text : text.substring(0, end));
    List<String> header;
    boolean multiline = false;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = csv.iterator();
      header = records.hasNext() ? records.next().getFields() : List.of();
      while (records.hasNext()) {
        List<String> row = records.next().getFields();
        multiline |=
            row.size() == header.size() && row.stream().anyMatch(c -> c.indexOf('\n') >= 0);
      }
    } catch (CsvParseException e) {
      throw UnknownFormat.of(
          file, "text, but no CSV by RFC 4180 (" + e.getMessage() + ")", "write it anew");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.file(), e);
    }
    List<String> notes = new ArrayList<>();
    if (OTHER_NAME.matcher(file.file().toLowerCase(Locale.ROOT)).matches()) {
      notes.add("The name says otherwise, but it is text: taken for CSV");
    }
    return new FoundFormat(
        FoundFormat.csv(sample.encoding(), delimiter, multiline, packing),
        header.stream().map(FoundColumn::text).toList(),
        Optional.empty(),
        notes);
  }

  /** The one that the header has most of. */
  private static char delimiter(String header) {
    char best = ',';
    long most = 0;
    for (char candidate : DELIMITERS) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
