package org.citylake.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.core.problem.Problem;
import org.citylake.ingestion.SentColumn;
import org.citylake.ingestion.SentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules over several columns of a row. The identity numbers are made up. */
class TestRowRules {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path city;

  @Test
  void endBeforeBeginningIsFoundAndAMissingEndIsNot() {
    SentSource source = project("ended_on >= started_on");
    assertThat(source.problems()).isEmpty();
    assertThat(source.findings("2016-03-01,2016-03-01,open", "2016-03-01,,open", ",,")).isEmpty();
    assertThat(source.findings("2016-03-02,2016-03-01,open"))
        .containsExactly(
            "the-rule: What must be so: ended_on is '2016-03-01', started_on is '2016-03-02'");
  }

  @Test
  void closedCaseNeedsItsDay() {
    SentSource source = project("!ISMISSING(ended_on)', when: 'status == \"closed\"");
    assertThat(source.problems()).isEmpty();
    assertThat(source.findings("2016-03-01,,open", "2016-03-01,2016-03-02,closed", ",,")).isEmpty();
    assertThat(source.findings("2016-03-01,,closed"))
        .containsExactly("the-rule: What must be so: ended_on is missing, status is 'closed'");
  }

  @Test
  void birthAndSexAgreeWithTheIdentityNumberAndAreNotShown() {
    SentSource source =
        SentSource.of(
            city,
            "",
            rules("DT_DATE_FORMAT(born_on, \"yyyyMMdd\") == STR_SUBSTRING(id, 6, 14)")
                    .replace("the-rule", "birth")
                    .replace("]", "")
                + ", "
                + rules("(sex == \"男\") == (DIGITS(id, 17, 17) % 2 == 1)").substring(1),
            SentColumn.of("id", "string").personal(),
            SentColumn.of("born_on", "date").personal(),
            SentColumn.of("sex", "string").personal());
    assertThat(source.problems()).isEmpty();
    assertThat(source.findings("310101198001010014,1980-01-01,男")).isEmpty();
    assertThat(source.findings("310101198001010014,1980-10-01,女"))
        .containsExactly(
            "birth: What must be so: born_on is '1…' (10 characters), id is '3…' (18 characters)",
            "the-rule: What must be so: id is '3…' (18 characters), sex is '…' (1 character)");
    assertThat(source.findings("31010119800101AB,1980-10-01,女").get(1))
        .endsWith("; the values cannot be judged by it");
  }

  @Test
  void severityIsTheRules() {
    SentSource source =
        SentSource.of(
            city,
            "",
            rules("a < b").replace("severity: error", "severity: warn"),
            SentColumn.of("a", "int"),
            SentColumn.of("b", "decimal(5,1)"));
    assertThat(source.judge("1,1.5").get(0).findings()).isEmpty();
    assertThat(source.judge("2,1.5").get(0).findings())
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ended >= started_on | unknown-column | The contract has no column 'ended'",
        "ended_on >= | row-rule | Not an expression: ",
        "STR_LENGTH(status) + 1 | row-rule | Not a condition over such columns: it gives no yes",
        "ended_on < DT_TODAY() | row-rule | Not an expression: DT_TODAY differs from run to run",
        "NOSUCH(status) | row-rule | Not an expression: "
      })
  void whatCannotBeJudgedIsAProblemOfTheContract(String require, String rule, String message) {
    assertThat(project(require).problems())
        .singleElement()
        .satisfies(
            (Problem p) -> {
              assertThat(p.rule()).isEqualTo(rule);
              assertThat(p.message()).startsWith(message);
              assertThat(p.line()).isPositive();
            });
  }

  private SentSource project(String require) {
    return SentSource.of(
        city,
        "",
        rules(require),
        SentColumn.of("started_on", "date"),
        SentColumn.of("ended_on", "date"),
        SentColumn.of("status", "string"));
  }

  private static String rules(String require) {
    return "[{id: the-rule, type: custom, engine: citylake, implementation: {require: '"
        + require
        + "'}, severity: error, description: What must be so}]";
  }
}
