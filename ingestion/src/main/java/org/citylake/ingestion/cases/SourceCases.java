package org.citylake.ingestion.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.format.DeliveredFile;
import org.citylake.ingestion.format.DeliveredRecords;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.LineParser;
import org.citylake.ingestion.record.RecordLine;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a source: its file {@code input.*} ({@code input.csv}, {@code input.xlsx}) as
 * sent gives the rows of {@code accepted.csv} (any columns of the target, with {@code line}) and of
 * {@code quarantined.csv} (line, names of the rules joined by {@code ;}), in the file's order.
 */
public final class SourceCases {
  private final DeclarationLibrary library;
  private final SourceDeclaration source;

  private SourceCases(DeclarationLibrary library, SourceDeclaration source) {
    this.library = library;
    this.source = source;
  }

  /** Runs every case of a source, by name. */
  public static List<CaseResult> run(DeclarationLibrary library, SourceDeclaration source) {
    return CaseFolders.of(source.folder()).stream()
        .map(folder -> run(library, source, folder))
        .toList();
  }

  /** Runs one case. */
  public static CaseResult run(DeclarationLibrary library, SourceDeclaration source, Path folder) {
    return CaseResult.of(source.id(), folder, () -> new SourceCases(library, source).rows(folder));
  }

  /** The records of a file, judged by the source's contract. */
  public static List<SourceRecord> records(
      DeclarationLibrary library, SourceDeclaration source, Path file) {
    LineParser parser = LineParser.of(source);
    RecordValidator validator = new RecordValidator(source, library);
    List<SourceRecord> records = new ArrayList<>();
    try (DeliveredRecords lines = DeliveredRecords.open(source, DeliveredFile.at(file))) {
      for (RecordLine line = lines.next(); line != null; line = lines.next()) {
        parser.parse(line).records().forEach(r -> records.add(validator.validate(r)));
      }
    }
    return records;
  }

  private Rows rows(Path folder) throws IOException {
    List<Map<String, String>> expected = csv(folder.resolve("accepted.csv"));
    List<String> expectedQuarantined =
        csv(folder.resolve("quarantined.csv")).stream()
            .map(row -> quarantined(row.getOrDefault("line", ""), row.getOrDefault("reasons", "")))
            .toList();
    RowMapper mapper = source.mapping().map(m -> new RowMapper(source, library)).orElse(null);
    List<String> accepted = new ArrayList<>();
    List<String> quarantined = new ArrayList<>();
    for (SourceRecord record : records(library, source, input(folder))) {
      if (record.accepted()) {
        Map<String, @Nullable Object> row =
            new LinkedHashMap<>(mapper == null ? record.values() : mapper.map(record.values()));
        row.put("line", record.line());
        accepted.add(accepted(texts(row, expected)));
      } else {
        quarantined.add(
            quarantined(
                Long.toString(record.line()),
                String.join(";", record.reasons().stream().map(Finding::ruleOf).toList())));
      }
    }
    return new Rows(expected.stream().map(SourceCases::accepted).toList(), accepted)
        .and(new Rows(expectedQuarantined, quarantined));
  }

  private static Path input(Path folder) {
    List<Path> found = CaseFolders.files(folder, "input.*");
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "the case has " + found.size() + " files input.*: keep the one that is sent");
    }
    return found.get(0);
  }

  private static String accepted(Map<String, String> row) {
    return "accepted " + row;
  }

  private static String quarantined(String line, String reasons) {
    return "quarantined line " + line + ": " + reasons;
  }

  /** The columns that the case looks at; all when it expects no row. */
  private static Map<String, String> texts(
      Map<String, @Nullable Object> row, List<Map<String, String>> expected) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String column : expected.isEmpty() ? row.keySet() : expected.get(0).keySet()) {
      if (!row.containsKey(column)) {
        throw new IllegalArgumentException("accepted.csv has a column that no row has: " + column);
      }
      texts.put(column, Objects.requireNonNullElse(ValueText.of(row.get(column)), ""));
    }
    return texts;
  }

  private static List<Map<String, String>> csv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }
}
