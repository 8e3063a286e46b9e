package org.citylake.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.ReadResult;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.problem.Problem;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;

/** The source {@code sent} of a test: a contract written into a city directory and read again. */
public final class SentSource {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  private final List<String> header;
  private final SourceDeclaration source;
  private final ReadResult read;
  private final Path city;

  private SentSource(Path city, List<String> header, ReadResult read) {
    this.city = city;
    this.header = header;
    this.read = read;
    this.source =
        read.library()
            .findSource("sent")
            .orElseThrow(() -> new IllegalArgumentException("Cannot read: " + read.problems()));
  }

  /** A source of those columns. */
  public static SentSource of(Path city, SentColumn... columns) {
    return of(city, "", "", columns);
  }

  /**
   * A source with more to its file and its rows.
   *
   * @param format further keys of the format, YAML in flow style, each with a comma before it; an
   *     increment unless it says how it is delivered
   * @param quality rules over the whole object, YAML in flow style, may be empty
   */
  public static SentSource of(Path city, String format, String quality, SentColumn... columns) {
    List<SentColumn> all = List.of(columns);
    write(city, text(all, format, quality));
    return new SentSource(
        city,
        all.stream().map(SentColumn::name).toList(),
        DeclarationReader.read(List.of(ROOT.resolve("core"), ROOT.resolve("lakehouse"), city)));
  }

  /** What is wrong with the declaration; tables miss the shipped sources, which are not read. */
  public List<Problem> problems() {
    return read.problems().stream().filter(p -> p.file().startsWith(city.toString())).toList();
  }

  /** The declaration. */
  public SourceDeclaration source() {
    return source;
  }

  /** Core's and the lakehouse's declarations with the source. */
  public DeclarationLibrary library() {
    return read.library();
  }

  /** The header line and the lines, as delivered. */
  public String file(String... lines) {
    return String.join(",", header) + "\n" + String.join("\n", lines) + "\n";
  }

  /** The records of the lines, judged by the contract. */
  public List<SourceRecord> judge(String... lines) {
    RecordParser parser = new RecordParser(source);
    RecordValidator validator = new RecordValidator(source, library());
    List<SourceRecord> records = new ArrayList<>();
    byte[] bytes = file(lines).getBytes(StandardCharsets.UTF_8);
    try (RecordReader reader = RecordReader.of(new ByteArrayInputStream(bytes), source.format())) {
      parser.checkHeader(reader.next(), "sent.csv");
      while (reader.hasNext()) {
        RecordLine line = reader.next();
        parser.parse(line).records().forEach(r -> records.add(validator.validate(r)));
      }
    }
    return records;
  }

  /** Every finding of the lines, as {@code rule: message}. */
  public List<String> findings(String... lines) {
    return judge(lines).stream().flatMap(r -> r.findings().stream()).map(f -> f.reason()).toList();
  }

  private static String text(List<SentColumn> columns, String format, String quality) {
    StringBuilder properties = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      properties.append(columns.get(i).yaml(i + 1));
    }
    boolean personal = properties.indexOf("-personal") >= 0;
    return """
        apiVersion: v3.1.0
        kind: DataContract
        id: sent
        name: Sent
        version: 1.0.0
        status: active
        schema:
          - name: sent
            physicalType: table
            businessName: Sent
            description: Each row is a test.
            properties:
        %s%s    customProperties:
              - {property: nameZh, value: 测试}
              - property: directory
                value: {resource-code: 309102/1, provider-zh: 样例局, provider-en: Sample bureau, sharing: unconditional, opening: unconditional, update-cycle: daily, basis: none, security-level: general-4, authoritative: true}
              - property: format
                value: {type: csv%s}
        %s"""
        .formatted(
            properties,
            quality.isEmpty() ? "" : "    quality: " + quality + "\n",
            format.contains("delivery:") ? format : ", delivery: increment" + format,
            personal
                ? "      - property: personalData\n"
                    + "        value: {basis: statutory-duty, law: none, purposes: [linkage],"
                    + " retention: P1Y}\n"
                : "");
  }

  private static void write(Path city, String contract) {
    try {
      Path folder = city.resolve("sources/test/sent");
      Files.createDirectories(folder.resolve("tests/none"));
      Files.writeString(folder.resolve("contract.odcs.yaml"), contract);
      Files.writeString(folder.resolve("tests/none/input.csv"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
