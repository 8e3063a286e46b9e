package org.citylake.ingestion.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.citylake.core.problem.Problem;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and numbers as agencies write them. */
class TestDeliveredValues {
  private static final String FOUR = "[yyyyMMdd, yyyy-MM-dd, yyyy/M/d, yyyy年M月d日]";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path city;

  @Test
  void dayIsReadInAnyOfItsFormats() {
    SentSource source = day(FOUR);
    assertThat(source.problems()).isEmpty();
    assertThat(source.judge("20160301", "2016-03-01", "2016/3/1", "2016年3月1日"))
        .allSatisfy(r -> assertThat(r.values()).containsEntry("x", LocalDate.of(2016, 3, 1)))
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "2015-02-29,is no day of the calendar",
    "2016/2/30,is no day of the calendar",
    "0000-00-00,has a year",
    "1900-01-00,has a year",
    "20160300,has a year",
    "42430,looks like the number that a spreadsheet keeps",
    "42430.5,looks like the number that a spreadsheet keeps",
    "农历三月初一,is a day of the lunar calendar",
    "1980年正月十五,is a day of the lunar calendar",
    "庚申年八月廿三,is a day of the lunar calendar",
    "２０１６－０３－０１,has full-width characters",
    "1 Mar 2016,'is no date, written as yyyyMMdd or yyyy-MM-dd'"
  })
  void refusedDayIsTold(String text, String why) {
    assertThat(day(FOUR).findings(text))
        .singleElement()
        .asString()
        .startsWith("type: x: '" + text + "' " + why);
  }

  @Test
  void spreadsheetNumberIsADayWhereTheContractSaysSo() {
    SentSource source = day("[yyyy-MM-dd, excel-serial]");
    assertThat(source.judge("42430", "61").stream().map(r -> r.values().get("x")))
        .containsExactly(LocalDate.of(2016, 3, 1), LocalDate.of(1900, 3, 1));
    assertThat(source.findings("60", "0")).hasSize(2);
    assertThat(time("[excel-serial]", "false").judge("42430.75").get(0).values().get("x"))
        .isEqualTo(OffsetDateTime.parse("2016-03-01T10:00:00Z"));
  }

  @Test
  void hourTwentyFourIsTheNextDayWhereTheContractSaysSo() {
    assertThat(
            time("[yyyy-MM-dd HH:mm]", "true")
                .judge("2016-02-29 24:00", "2016-03-01 00:00")
                .stream()
                .map(r -> r.values().get("x")))
        .containsOnly(OffsetDateTime.parse("2016-02-29T16:00:00Z"));
    assertThat(time("[yyyy-MM-dd HH:mm]", "false").findings("2016-02-29 24:00").get(0))
        .contains("has the hour 24");
    assertThat(time("[yyyy-MM-dd HH:mm]", "true").findings("2016-02-29 24:01", "2015-02-29 24:00"))
        .hasSize(2);
  }

  @Test
  void formatsThatReadOneTextDifferentlyAreAProblem() {
    assertThat(day("[M/d/yyyy, d/M/yyyy]").problems())
        .extracting(Problem::rule)
        .containsExactly("ambiguous-format");
    assertThat(day("[yyMMdd, ddMMyy]").problems())
        .extracting(Problem::rule)
        .containsExactly("ambiguous-format");
    assertThat(day("[yyyy/M/d, yyyy/MM/dd]").problems()).isEmpty();
    assertThat(day("[yyyy-bb-dd]").problems())
        .extracting(Problem::rule)
        .containsExactly("time-format");
    assertThat(time("[yyyy-MM-dd]", "false").problems())
        .extracting(Problem::rule)
        .containsExactly("time-format");
  }

  @Test
  void keysOfOtherTypesAreProblems() {
    SentSource text =
        SentSource.of(
            city,
            SentColumn.of("x", "string")
                .custom("formats", "[yyyy]")
                .custom("endOfDay", "true")
                .custom("qualifiers", "{L: below-detection}"));
    assertThat(text.problems())
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder("formats", "end-of-day", "qualifiers");
    SentSource both =
        SentSource.of(
            city,
            SentColumn.of("x", "date")
                .with("logicalTypeOptions", "{format: yyyyMMdd}")
                .custom("formats", "[yyyyMMdd]"));
    assertThat(both.problems()).extracting(Problem::rule).containsExactly("formats");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234.5',has thousands separators",
    "12万元,has '万元' behind the number",
    "12%,has '%' behind the number",
    "12 ㎡,has '㎡' behind the number",
    "0.01L,has 'L' behind the number",
    "<0.01,has '<' before the number",
    "约12,has '约' before the number",
    "１２．５,has full-width characters",
    "－3,has full-width characters",
    "twelve,is no number"
  })
  void whatIsTooMuchAtANumberIsTold(String text, String why) {
    assertThat(
            SentSource.of(city, SentColumn.of("x", "decimal(10,4)")).findings("\"" + text + "\""))
        .singleElement()
        .asString()
        .startsWith("type: x: '" + text + "' " + why);
  }

  @Test
  void fullWidthDigitsAreReadWhereTheContractSaysSo() {
    SentSource source =
        SentSource.of(
            city,
            ", width: fold",
            "",
            SentColumn.of("n", "int"),
            SentColumn.of("d", "date").custom("formats", FOUR),
            SentColumn.of("b", "boolean"),
            SentColumn.of("s", "string"));
    SourceRecord record = source.judge("－１２,２０１６年３月１日,ｔｒｕｅ,Ａ座").get(0);
    assertThat(record.findings()).isEmpty();
    assertThat(record.values())
        .containsEntry("n", -12)
        .containsEntry("d", LocalDate.of(2016, 3, 1))
        .containsEntry("b", true)
        .containsEntry("s", "Ａ座");
  }

  @Test
  void numberWithAMarkIsKeptAndToldAsAWarning() {
    SentSource source =
        SentSource.of(
            city,
            SentColumn.of("x", "decimal(10,4)")
                .custom("qualifiers", "{L: below-detection, '<': below-detection}"));
    assertThat(source.problems()).isEmpty();
    List<SourceRecord> records = source.judge("0.01L", "<0.01", "< 0.01", "0.01");
    assertThat(records)
        .allSatisfy(
            r -> assertThat(r.values()).containsEntry("x", new java.math.BigDecimal("0.0100")))
        .allMatch(SourceRecord::accepted);
    assertThat(records.get(0).findings().get(0).reason())
        .isEqualTo("qualified: x is '0.01L': below-detection; the number is kept");
    assertThat(records.get(3).findings()).isEmpty();
    assertThat(source.findings("0.01M", "L", "<x"))
        .allMatch(f -> f.startsWith("type: "))
        .hasSize(3);
  }

  private SentSource day(String formats) {
    return SentSource.of(city, SentColumn.of("x", "date").custom("formats", formats));
  }

  private SentSource time(String formats, String endOfDay) {
    return SentSource.of(
        city,
        SentColumn.of("x", "timestamptz").custom("formats", formats).custom("endOfDay", endOfDay));
  }
}
