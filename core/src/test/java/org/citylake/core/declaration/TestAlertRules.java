package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.declaration.AlertDeclaration.Bound;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.citylake.core.declaration.AlertDeclaration.Value;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Alert rules: a right one, and one example for each rule that they must keep. */
class TestAlertRules {
  private static final String FOLDER = "ingestion/alerts/too_warm/";
  private static final String ALERT = FOLDER + "alert.yaml";
  private static final String RIGHT =
      """
      rule: too_warm
      name-zh: 过热
      name-en: Too warm
      sources: [census]
      zone: Asia/Shanghai
      condition: {type: threshold, metric: temperature}
      levels:
        - {level: yellow, above: 35, clear: 34.5}
        - {level: red, above: 40}
      for: PT2H
      escalate:
        - {after: PT1H, to: 值班}
        - {after: PT2H, to: 领导}
      owner: 气象局
      """;

  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(ALERT, RIGHT);
    city.write(FOLDER + "tests/one/expected.csv", "at,kind,level,measure,who\n");
  }

  @Test
  void aRightRuleBecomesARecord() {
    ReadResult result = DeclarationReader.read(List.of(city.root()));

    assertThat(result.problems()).isEmpty();
    AlertDeclaration rule = result.library().alerts().get(0);
    assertThat(rule.condition()).isEqualTo(new Value("temperature"));
    assertThat(rule.levels())
        .extracting(AlertDeclaration.Level::grade)
        .containsExactly(Grade.YELLOW, Grade.RED);
    assertThat(rule.levels().get(0).bound())
        .isEqualTo(new Bound(Side.ABOVE, new BigDecimal(35), new BigDecimal("34.5")));
    assertThat(rule.held()).isEqualTo(Duration.ofHours(2));
    assertThat(rule.reopen()).isEqualTo(Duration.ZERO);
    assertThat(rule.escalations()).hasSize(2);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void aBrokenRuleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    city.change(ALERT, from, to);

    assertThat(city.problems()).containsExactly(ALERT + problem);
  }

  static Stream<Arguments> aBrokenRuleIsReportedWithPlaceAndValue() {
    return Stream.of(
        arguments(
            "[census]",
            "[cencus]",
            ":4 [unknown-source] There is no source 'cencus'; did you mean 'census'? (cencus)"),
        arguments(
            "Asia/Shanghai",
            "Shanghai",
            ":5 [zone] No such zone; write one as Asia/Shanghai (Shanghai)"),
        arguments(
            "type: threshold, metric: temperature",
            "type: change, metric: temperature, in: unit",
            ":6 [missing-key] A condition of type change needs the key 'over' (over)"),
        arguments(
            "metric: temperature}",
            "metric: temperature, over: PT1H}",
            ":6 [foreign-key] A condition of type threshold has no key 'over' (over)"),
        arguments(
            "clear: 34.5",
            "clear: 36",
            ":8 [clear-beyond] An alert cannot end on the bad side of its limit 35 (36)"),
        arguments(
            "{level: red, above: 40}",
            "{level: blue, above: 40}",
            ":9 [level-order] Levels stand from the least to the most urgent: blue, yellow,"
                + " orange, red (blue)"),
        arguments(
            "{level: red, above: 40}",
            "{level: red, above: 34}",
            ":9 [limit-order] A more urgent level has a limit further out than 35 (34)"),
        arguments(
            "{level: red, above: 40}",
            "{level: red, above: 40, after: PT1H}",
            ":9 [level-after] Only a level of absence has the key 'after' (red)"),
        arguments(
            "for: PT2H", "for: P0D", ":10 [duration] No such duration; write it as PT3H (P0D)"),
        arguments(
            "after: PT2H",
            "after: PT1H",
            ":13 [after-order] Each 'after' is longer than the one before (PT1H)"),
        arguments(
            "owner: ",
            "ownr: x\nowner: ",
            ":14 [unknown-key] Unknown key 'ownr'; did you mean 'owner'? (ownr)"));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    city.change(ALERT, "Asia/Shanghai", "Shanghai");
    city.change(ALERT, "clear: 34.5", "clear: 36");
    city.change(ALERT, "after: PT2H", "after: Psoon");

    assertThat(city.problems()).hasSize(2 + 1);
  }
}
