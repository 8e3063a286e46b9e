package org.citylake.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.ingestion.record.RecordValidator;
import org.citylake.ingestion.record.SourceRecord;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code tests/CASE/} of every shipped source: {@code input.csv} as sent gives the rows
 * of {@code accepted.csv} (any columns of the target, with {@code line}) and of {@code
 * quarantined.csv} (line, names of the rules joined by {@code ;}), in the file's order.
 */
class TestSourceCases {
  @TestFactory
  Stream<DynamicTest> everyCaseGivesItsExpectedRows() {
    return Shipped.library().sources().stream()
        .flatMap(
            source ->
                cases(source).stream()
                    .map(
                        folder ->
                            DynamicTest.dynamicTest(
                                source.id() + "/" + folder.getFileName(),
                                () -> run(source, folder))));
  }

  @TestFactory
  Stream<DynamicTest> everyShippedFileIsReadWithoutRefusal() {
    return Shipped.library().sources().stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.id(),
                    () ->
                        assertThat(records(source, Shipped.file(source.id())))
                            .isNotEmpty()
                            .allSatisfy(r -> assertThat(r.reasons()).isEmpty())));
  }

  private static void run(SourceDeclaration source, Path folder) {
    List<Map<String, String>> expected = csv(folder.resolve("accepted.csv"));
    List<String> expectedQuarantined =
        csv(folder.resolve("quarantined.csv")).stream()
            .map(r -> r.get("line") + "," + r.get("reasons"))
            .toList();
    RowMapper mapper =
        source.mapping().map(m -> new RowMapper(source, Shipped.library())).orElse(null);
    List<Map<String, String>> accepted = new ArrayList<>();
    List<String> quarantined = new ArrayList<>();
    for (SourceRecord record : records(source, folder.resolve("input.csv"))) {
      if (record.accepted()) {
        Map<String, @Nullable Object> row =
            new LinkedHashMap<>(mapper == null ? record.values() : mapper.map(record.values()));
        row.put("line", record.line());
        accepted.add(texts(row, expected.get(0).keySet()));
      } else {
        quarantined.add(
            record.line()
                + ","
                + String.join(";", record.reasons().stream().map(Finding::ruleOf).toList()));
      }
    }
    assertThat(quarantined).isEqualTo(expectedQuarantined);
    assertThat(accepted).isEqualTo(expected);
  }

  private static Map<String, String> texts(
      Map<String, @Nullable Object> row, Iterable<String> columns) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String column : columns) {
      assertThat(row).containsKey(column);
      texts.put(column, Objects.requireNonNullElse(ValueText.of(row.get(column)), ""));
    }
    return texts;
  }

  private static List<SourceRecord> records(SourceDeclaration source, Path file) {
    RecordParser parser = new RecordParser(source);
    RecordValidator validator = new RecordValidator(source, Shipped.library());
    List<SourceRecord> records = new ArrayList<>();
    try (RecordReader reader = RecordReader.open(file, source.format())) {
      parser.checkHeader(reader.next(), file.toString());
      while (reader.hasNext()) {
        parser.parse(reader.next()).records().forEach(r -> records.add(validator.validate(r)));
      }
    }
    return records;
  }

  private static List<Path> cases(SourceDeclaration source) {
    try (Stream<Path> folders = Files.list(source.folder().resolve("tests"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, String>> csv(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
      return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
