package org.citylake.ingestion.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceMapping;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.citylake.ingestion.mapping.RowMapper;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No message holds a personal value, whatever rule finds it. The names are made up. */
class TestShownValues {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path city;

  static Stream<Arguments> everyRule() {
    return Stream.of(
        Arguments.of("control-character", SentColumn.of("x", "string"), "样例一\u0000"),
        Arguments.of(
            "length",
            SentColumn.of("x", "string").with("logicalTypeOptions", "{maxLength: 2}"),
            "样例一"),
        Arguments.of(
            "length",
            SentColumn.of("x", "string").with("logicalTypeOptions", "{minLength: 4}"),
            "样例一"),
        Arguments.of("type", SentColumn.of("x", "int"), "12345678901234"),
        Arguments.of("type", SentColumn.of("x", "long"), "1.5"),
        Arguments.of("type", SentColumn.of("x", "double"), "1.5x"),
        Arguments.of("type", SentColumn.of("x", "decimal(3,1)"), "12345.67"),
        Arguments.of("type", SentColumn.of("x", "boolean"), "样例一"),
        Arguments.of("type", SentColumn.of("x", "date"), "1980-02-30"),
        Arguments.of("type", SentColumn.of("x", "timestamptz"), "1980-02-30 01:02"),
        Arguments.of(
            "range",
            SentColumn.of("x", "int").with("logicalTypeOptions", "{minimum: 0, maximum: 9}"),
            "4321"),
        Arguments.of(
            "pattern",
            SentColumn.of("x", "string").with("logicalTypeOptions", "{pattern: '[0-9]'}"),
            "样例一"),
        Arguments.of(
            "codelist", SentColumn.of("x", "string").custom("codelist", "division"), "样例一"),
        Arguments.of(
            "the-rule",
            SentColumn.of("x", "string").rule("invalidValues", "{validValues: [a]}"),
            "样例一"),
        Arguments.of(
            "the-rule", SentColumn.of("x", "string").rule("invalidValues", "{pattern: a}"), "样例一"),
        Arguments.of(
            "the-rule",
            SentColumn.of("x", "string").rule("missingValues", "{missingValues: [样例一]}"),
            "样例一"),
        Arguments.of(
            "the-rule",
            SentColumn.of("x", "string")
                .rule("invalidValues", "{identifier: resident-identity-number}"),
            "110105194912310021"));
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void personalValueIsInNoMessage(String rule, SentColumn column, String value) {
    SentSource source = SentSource.of(city, column.personal());
    assertThat(source.problems()).isEmpty();

    List<String> findings = source.findings(value);

    assertThat(findings).isNotEmpty();
    assertThat(findings.get(0)).startsWith(rule + ": ");
    String shown = value.replace("\u0000", "");
    assertThat(findings).allSatisfy(f -> assertThat(f).doesNotContain(shown.substring(1)));
  }

  @Test
  void personalPartOfAKeyIsNotShown() {
    SentSource source =
        SentSource.of(
            city,
            SentColumn.of("area", "string").key(),
            SentColumn.of("x", "string").key().personal());
    assertThat(new BusinessKey(source.source().contract()).shown(Map.of("area", "a", "x", "样例一")))
        .isEqualTo("'a'/'样…' (3 characters)");
  }

  @ParameterizedTest
  @CsvSource({
    "ref_area,codelist,ref_area_label,codelist",
    "value,range-low,,range-text",
    "period_start,period-start,,period",
    "value,identity,,mapping"
  })
  void personalValueIsInNoMessageOfAMapping(
      String target, String transform, @Nullable String codelist, String rule) {
    SentSource sent = SentSource.of(city, SentColumn.of("x", "string").personal());
    SourceMapping mapping =
        new SourceMapping(
            "city.observation",
            Map.of(
                target,
                new Assignment(
                    List.of("x"),
                    Optional.empty(),
                    transform,
                    Optional.ofNullable(codelist),
                    "code")),
            Map.of());
    SourceDeclaration declared = sent.source();
    SourceDeclaration mapped =
        new SourceDeclaration(
            declared.id(),
            declared.domain(),
            declared.folder(),
            declared.contract(),
            declared.format(),
            Optional.of(mapping),
            declared.origin(),
            declared.stream(),
            declared.connector(),
            declared.sample(),
            declared.contentHash());

    List<Finding> findings =
        new RowMapper(mapped, sent.library()).tryMap(Map.of("x", "样例一.."), Set.of()).findings();

    assertThat(findings).extracting(Finding::rule).contains(rule);
    assertThat(findings).allSatisfy(f -> assertThat(f.message()).doesNotContain("例"));
  }

  @Test
  void personalValueIsInNoMessageOfTheJsonReader() {
    SentSource plain = SentSource.of(city, SentColumn.of("x", "string"));
    SentSource personal = SentSource.of(city, SentColumn.of("x", "string").personal());
    String line = "{\"x\": 样例一}";

    assertThat(notJson(line, plain)).startsWith("not JSON by RFC 8259: ").contains("样");
    assertThat(notJson(line, personal)).isEqualTo("not JSON by RFC 8259 at character 7");
  }

  private static String notJson(String line, SentSource source) {
    try {
      JsonObject.parse(line, Set.of("x"), Set.of(), ShownValue.of(source.source().contract()));
      return "";
    } catch (BadValueException e) {
      return e.reason();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coordinates | POINT (31.2345 121.4567)",
        "invalid-geometry | POLYGON ((121.4567 31.2345, 122 32, 122 31.2345, 121.4567 32,"
            + " 121.4567 31.2345))",
        "invalid-geometry | POINT (121.4567 31.2345 x)"
      })
  void personalPlaceIsInNoMessage(String rule, String geometry) {
    List<Finding> plain = new GeometryRules("EPSG:4326", ShownValue.PLAIN).judge(geometry);
    List<Finding> personal = new GeometryRules("EPSG:4326", ShownValue.PERSONAL).judge(geometry);

    assertThat(plain)
        .hasSize(1)
        .allSatisfy(f -> assertThat(f.message()).containsPattern("[x.][0-9]*"));
    assertThat(personal).extracting(Finding::rule).containsExactly(rule);
    assertThat(personal.get(0).message()).doesNotContain("121", "122", "31.", "x)", "'x'");
  }

  @Test
  void recordInThePlaceOfTheHeaderIsNotShown() {
    SentSource sent =
        SentSource.of(
            city, SentColumn.of("x", "string").key(), SentColumn.of("y", "string").personal());
    HeaderOrder order = new HeaderOrder(sent.source());

    assertThatThrownBy(() -> order.of(List.of("1", "样例一"), "f.csv"))
        .hasMessageContaining("The header is missing in f.csv")
        .hasMessageContaining("'样…' (3 characters)")
        .hasMessageNotContaining("样例");
    assertThatThrownBy(() -> order.of(List.of("样例一", "样例一", "2"), "f.csv"))
        .hasMessageContaining("The column '样…' (3 characters) stands twice")
        .hasMessageNotContaining("样例");
  }

  @Test
  void whatIsShownIsShort() {
    assertThat(ShownValue.PLAIN.of("a\u0000b")).isEqualTo("'aU+0000b'");
    assertThat(ShownValue.PLAIN.of("a".repeat(40))).isEqualTo("'" + "a".repeat(40) + "'");
    assertThat(ShownValue.PLAIN.of("\uD842\uDFB7".repeat(41)))
        .isEqualTo("'" + "\uD842\uDFB7".repeat(40) + "…' (41 characters)");
    assertThat(ShownValue.PERSONAL.of("男")).isEqualTo("'…' (1 character)");
    assertThat(ShownValue.PERSONAL.of("\uD842\uDFB7一")).isEqualTo("'\uD842\uDFB7…' (2 characters)");
  }
}
