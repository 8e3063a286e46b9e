package org.citylake.ingestion.record;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Defects and clean values of two tables: each text is sent in its column and judged as any record
 * is. In the tables {@code \}{@code u0000} is a character and {@code \xBE} a byte; {@code x*4001}
 * is a character that many times; the column {@code line} is a whole line, {@code span} two days
 * with a bar between. Numbers and names are made up.
 */
class TestSeededDefects {
  private static final List<SentColumn> COLUMNS =
      List.of(
          SentColumn.of("key", "string").with("required", "true"),
          identifier("identity", "resident-identity-number"),
          identifier("credit", "unified-social-credit-code"),
          identifier("organisation", "organisation-code"),
          identifier("registration", "business-registration-number"),
          identifier("division", "division-code"),
          identifier("statistical", "statistical-division-code"),
          SentColumn.of("name", "string").with("logicalTypeOptions", "{maxLength: 20}"),
          SentColumn.of("text", "string"),
          SentColumn.of("short", "string")
              .with("logicalTypeOptions", "{minLength: 3, maxLength: 6}"),
          SentColumn.of("age", "int").with("logicalTypeOptions", "{minimum: 0, maximum: 130}"),
          SentColumn.of("count", "long"),
          SentColumn.of("amount", "decimal(10,2)"),
          SentColumn.of("share", "decimal(5,2)")
              .with("logicalTypeOptions", "{minimum: 0, maximum: 100}"),
          SentColumn.of("level", "double"),
          SentColumn.of("reading", "decimal(8,3)")
              .custom("qualifiers", "{L: below-detection, '<': below-detection}"),
          SentColumn.of("flag", "boolean"),
          SentColumn.of("day", "date")
              .custom("formats", "[yyyyMMdd, yyyy-MM-dd, yyyy/M/d, yyyy年M月d日]"),
          SentColumn.of("at", "timestamptz")
              .with("logicalTypeOptions", "{format: 'yyyy-MM-dd HH:mm'}"),
          SentColumn.of("late", "timestamptz")
              .with("logicalTypeOptions", "{format: 'yyyy-MM-dd HH:mm'}")
              .custom("endOfDay", "true"),
          SentColumn.of("code", "string").with("logicalTypeOptions", "{pattern: '[0-9A-Z]{4,20}'}"),
          SentColumn.of("district", "string").custom("codelist", "division"),
          SentColumn.of("kind", "string")
              .rule("kind-known", "invalidValues", "{validValues: [河流, 湖库]}"),
          SentColumn.of("started_on", "date"),
          SentColumn.of("ended_on", "date"));
  private static final List<String> NAMES = COLUMNS.stream().map(SentColumn::name).toList();

  private static SentSource source;

  private static SentColumn identifier(String name, String identifier) {
    return SentColumn.of(name, "string")
        .rule(name, "invalidValues", "{identifier: " + identifier + "}");
  }

  @BeforeAll
  static void declare(@TempDir Path city) {
    source =
        SentSource.of(
            city,
            "",
            "[{id: ends-after-start, type: custom, engine: citylake, implementation: {require:"
                + " ended_on >= started_on}, severity: error}]",
            COLUMNS.toArray(SentColumn[]::new));
    assertThat(source.problems()).isEmpty();
  }

  static Stream<Arguments> defects() throws IOException {
    return rows("seeded_defects.csv")
        .map(
            row ->
                Arguments.of(
                    row.getField("name"),
                    row.getField("column"),
                    row.getField("text"),
                    row.getField("rule")));
  }

  static Stream<Arguments> cleanValues() throws IOException {
    return rows("clean_values.csv")
        .map(
            row ->
                Arguments.of(row.getField("name"), row.getField("column"), row.getField("text")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void defectIsFoundByItsRuleAlone(String name, String column, String text, String rule) {
    assertThat(rules(column, text)).as(name).containsExactly(rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cleanValues")
  void cleanValueHasNoFinding(String name, String column, String text) {
    assertThat(rules(column, text)).as(name).isEmpty();
  }

  @Test
  void thereAreEnoughOfThem() throws IOException {
    assertThat(defects().count()).isGreaterThanOrEqualTo(100);
    assertThat(cleanValues().count()).isGreaterThanOrEqualTo(100);
  }

  private static List<String> rules(String column, String text) {
    RecordParser parser = new RecordParser(source.source());
    RecordValidator validator = new RecordValidator(source.source(), source.library());
    RecordLine line = new RecordLine(2, bytes(line(column, text)));
    return parser.parse(line).records().stream()
        .map(validator::validate)
        .flatMap(record -> record.findings().stream())
        .map(finding -> finding.rule())
        .toList();
  }

  private static String line(String column, String text) {
    if (column.equals("line")) {
      return text;
    }
    List<String> cells = new ArrayList<>();
    for (String name : NAMES) {
      if (column.equals("span") && name.endsWith("ed_on")) {
        int bar = text.indexOf('|');
        cells.add(name.equals("started_on") ? text.substring(0, bar) : text.substring(bar + 1));
      } else if (name.equals(column)) {
        cells.add(text.matches(".[*]\\d+") ? repeated(text) : text);
      } else {
        cells.add(name.equals("key") ? "k" : "");
      }
    }
    return String.join(",", cells);
  }

  private static String repeated(String text) {
    return text.substring(0, 1).repeat(Integer.parseInt(text.substring(2)));
  }

  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.startsWith("\\u", i)) {
        text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (escaped.startsWith("\\t", i)) {
        text.append('\t');
        i += 1;
      } else if (escaped.startsWith("\\x", i)) {
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
        bytes.write(Integer.parseInt(escaped.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        text.append(escaped.charAt(i));
      }
    }
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static Stream<NamedCsvRecord> rows(String table) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(TestSeededDefects.class.getResourceAsStream(table), table);
        CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(in)) {
      return reader.stream().toList().stream();
    }
  }
}
