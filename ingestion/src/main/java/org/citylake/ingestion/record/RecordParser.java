package org.citylake.ingestion.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.Unpivot;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.BadValueException;
import org.jspecify.annotations.Nullable;

/**
 * Parses the lines of a CSV delivery (RFC 4180, with the contract's encoding and delimiter) into
 * records whose values are still text. Cheap to build; not safe for several threads.
 */
public final class RecordParser {
  private final SourceDeclaration source;
  private final List<ContractProperty> properties;
  private final Set<String> missingValues;
  private final LineDecoder decoder;
  private final char delimiter;
  private final CsvReader.CsvReaderBuilder csv;

  /** A parser for the source's files. */
  public RecordParser(SourceDeclaration source) {
    if (!source.format().type().equals("csv")) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot read format type '"
              + source.format().type()
              + "' of "
              + source.id()
              + ": use csv");
    }
    this.source = source;
    this.properties = source.contract().properties();
    this.missingValues = new HashSet<>(source.format().missingValues());
    this.decoder = new LineDecoder(source.format().encoding());
    this.delimiter = source.format().delimiter();
    this.csv =
        CsvReader.builder()
            .fieldSeparator(source.format().delimiter())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(false)
            .skipEmptyLines(false);
  }

  /**
   * Checks a file's first line against the contract's physical names, which it must hold in their
   * order.
   *
   * @throws CityLakeException of kind DATA that shows the difference
   */
  public void checkHeader(RecordLine header, String file) {
    List<String> found;
    try {
      found = split(header.bytes());
    } catch (BadValueException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read the header of " + file + ": " + e.reason(), e);
    }
    List<String> expected = properties.stream().map(ContractProperty::physicalName).toList();
    if (!found.equals(expected)) {
      throw new CityLakeException(
          Kind.DATA, HeaderDifference.text(source.id(), file, expected, found));
    }
  }

  /** Parses one line after the header. Never fails: what is wrong is in the findings. */
  public ParsedLine parse(RecordLine line) {
    List<String> fields;
    try {
      fields = split(line.bytes());
    } catch (BadValueException e) {
      boolean encoding = e.reason().startsWith("byte ");
      return refused(line, encoding ? "encoding" : "malformed", e.reason());
    }
    if (fields.size() != properties.size()) {
      return refused(
          line,
          "ragged",
          fields.size()
              + " values where the contract has "
              + properties.size()
              + " columns: quote values that hold the delimiter, and send every column");
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String text = fields.get(i);
      row.put(
          properties.get(i).name(), text.isEmpty() || missingValues.contains(text) ? null : text);
    }
    Optional<Unpivot> unpivot = source.format().unpivot();
    return unpivot.isPresent() ? unpivoted(line, row, unpivot.get()) : whole(line, row);
  }

  private static ParsedLine whole(RecordLine line, Map<String, @Nullable Object> row) {
    return new ParsedLine(
        List.of(new SourceRecord(line.line(), Optional.empty(), line.bytes(), row, List.of())), 0);
  }

  private static ParsedLine unpivoted(
      RecordLine line, Map<String, @Nullable Object> row, Unpivot unpivot) {
    List<SourceRecord> records = new ArrayList<>();
    Map<String, @Nullable Object> shared = new LinkedHashMap<>(row);
    shared.keySet().removeAll(unpivot.columns());
    for (String column : unpivot.columns()) {
      Object cell = row.get(column);
      if (cell != null) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(shared);
        values.put(SourceRecord.VARIABLE, column);
        values.put(SourceRecord.VALUE, cell);
        records.add(
            new SourceRecord(line.line(), Optional.of(column), line.bytes(), values, List.of()));
      }
    }
    return new ParsedLine(records, unpivot.columns().size() - records.size());
  }

  private static ParsedLine refused(RecordLine line, String rule, String message) {
    return new ParsedLine(
        List.of(
            new SourceRecord(
                line.line(),
                Optional.empty(),
                line.bytes(),
                Map.of(),
                List.of(Finding.error(rule, message)))),
        0);
  }

  /** Whether the line is split at its delimiters and nowhere else. */
  private boolean plain(String text) {
    return !text.isEmpty()
        && text.indexOf('"') < 0
        && text.indexOf('\r') < 0
        && text.indexOf('\n') < 0;
  }

  private List<String> cells(String text) {
    List<String> cells = new ArrayList<>(properties.size());
    int from = 0;
    for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
      cells.add(text.substring(from, to));
      from = to + 1;
    }
    cells.add(text.substring(from));
    return cells;
  }

  private List<String> split(byte[] bytes) throws BadValueException {
    String text = decoder.decode(bytes);
    if (!RecordReader.balanced(bytes)) {
      throw new BadValueException(
          "a quote is opened and not closed on the line: double quotes inside values, or set"
              + " multiline in the contract's format",
          null);
    }
    if (plain(text)) {
      return cells(text);
    }
    try (CsvReader<CsvRecord> reader = csv.ofCsvRecord(text)) {
      List<CsvRecord> records = reader.stream().toList();
      if (records.size() != 1) {
        throw new BadValueException("a line break stands outside quotes: one record a line", null);
      }
      return records.get(0).getFields();
    } catch (CsvParseException e) {
      String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new BadValueException("not CSV by RFC 4180: " + cause, e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("reading from a text cannot fail", e);
    }
  }
}
