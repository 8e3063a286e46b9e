package org.citylake.ingestion.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.HeaderRule;
import org.citylake.ingestion.type.BadValueException;
import org.jspecify.annotations.Nullable;

/**
 * Parses the lines of a CSV delivery (RFC 4180, with the contract's encoding and delimiter) into
 * records whose values are still text. Cheap to build; not safe for several threads.
 */
public final class RecordParser implements LineParser {
  private final SourceDeclaration source;
  private final List<ContractProperty> properties;
  private final List<String> expected;
  private final HeaderOrder order;
  private final RecordShape shape;
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
    this.expected = properties.stream().map(ContractProperty::physicalName).toList();
    this.order = new HeaderOrder(source);
    this.shape = new RecordShape(source.format());
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
   * Checks a file's first line against the contract's physical names.
   *
   * @throws CityLakeException of kind DATA that shows the difference
   */
  public void checkHeader(RecordLine header, String file) {
    try {
      order.of(split(header.bytes()), file);
    } catch (BadValueException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot read the header of " + file + ": " + e.reason(), e);
    }
  }

  /**
   * The bytes to keep of a record: those of its line, and where the header says what stands where,
   * the header's line before it.
   */
  public RecordLine kept(RecordLine header, RecordLine line) {
    if (source.format().header() == HeaderRule.EXACT) {
      return line;
    }
    ByteBuffer both = ByteBuffer.allocate(header.bytes().length + 1 + line.bytes().length);
    both.put(header.bytes()).put((byte) '\n').put(line.bytes());
    return new RecordLine(line.line(), both.array());
  }

  @Override
  public ParsedLine parse(RecordLine line) {
    List<String> fields;
    List<String> names = expected;
    try {
      if (source.format().header() == HeaderRule.EXACT) {
        fields = split(line.bytes());
      } else {
        int end = headerEnd(line.bytes());
        names = order.of(split(Arrays.copyOfRange(line.bytes(), 0, end)), "the record's file");
        fields = split(Arrays.copyOfRange(line.bytes(), end + 1, line.bytes().length));
      }
    } catch (CityLakeException e) {
      return RecordShape.refused(line, "header", Objects.requireNonNull(e.getMessage()));
    } catch (BadValueException e) {
      boolean encoding = e.reason().startsWith("byte ");
      return RecordShape.refused(line, encoding ? "encoding" : "malformed", e.reason());
    }
    if (fields.size() != properties.size()) {
      return RecordShape.refused(
          line,
          "ragged",
          fields.size()
              + " values where the contract has "
              + properties.size()
              + " columns: quote values that hold the delimiter, and send every column");
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < properties.size(); i++) {
      int at = names == expected ? i : names.indexOf(expected.get(i));
      row.put(properties.get(i).name(), shape.value(fields.get(at)));
    }
    return shape.records(line, row);
  }

  /** Where the header's line ends that stands before a kept record. */
  private static int headerEnd(byte[] bytes) throws BadValueException {
    boolean quoted = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        quoted = !quoted;
      } else if (bytes[i] == '\n' && !quoted) {
        return i;
      }
    }
    throw new BadValueException("no header stands before the record: load its file again", null);
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
