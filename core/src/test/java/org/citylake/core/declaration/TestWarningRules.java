package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.declaration.WarningDeclaration.Bound;
import org.citylake.core.declaration.WarningDeclaration.Level;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.core.declaration.WarningDeclaration.Threshold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Warning rules: a right one, and one example for each rule that they must keep. */
class TestWarningRules {
  private static final String FOLDER = "metrics/warnings/many_people/";
  private static final String WARNING = FOLDER + "warning.yaml";
  private static final String RIGHT =
      """
      rule: many_people
      name-zh: 人多
      name-en: Many people
      indicators: [people]
      areas: [city, district]
      level: red
      condition: {type: threshold, above: 100, clear: 90}
      for: 2
      message-zh: '{area}有{value}人'
      message-en: '{area} has {value}'
      owner: 统计局
      """;

  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.write(WARNING, RIGHT);
    city.write(FOLDER + "tests/one/expected.csv", "ref_area\n");
  }

  @Test
  void aRightRuleBecomesARecord() {
    ReadResult result = DeclarationReader.read(List.of(city.root()));

    assertThat(result.problems()).isEmpty();
    WarningDeclaration rule = result.library().warnings().get(0);
    assertThat(rule.level()).isEqualTo(Level.RED);
    assertThat(rule.periods()).isEqualTo(2);
    assertThat(rule.watches("310000")).isTrue();
    assertThat(rule.watches("310101")).isTrue();
    assertThat(rule.watches("310101013")).isFalse();
    assertThat(rule.condition()).isEqualTo(new Threshold(new Bound(Side.ABOVE, 100, 90)));
  }

  @Test
  void everyKindOfConditionIsRead() {
    for (String condition :
        List.of(
            "type: change, against: same-period, in: unit, below: -3",
            "type: plan",
            "type: anomaly, side: below",
            "type: anomaly",
            "type: late, behind: 2")) {
      city.write(WARNING, RIGHT.replaceFirst("type: .*clear: 90", condition));
      assertThat(city.problems()).as(condition).isEmpty();
    }
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource
  void aBrokenRuleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    city.change(WARNING, from, to);

    assertThat(city.problems()).containsExactly(WARNING + problem);
  }

  static Stream<Arguments> aBrokenRuleIsReportedWithPlaceAndValue() {
    return Stream.of(
        arguments(
            "[people]",
            "[peoples]",
            ":4 [unknown-indicator] There is no indicator 'peoples'; did you mean"
                + " 'people'? (peoples)"),
        arguments(
            "level: red",
            "level: orange",
            ":6 [not-allowed] 'level' must be one of yellow, red (orange)"),
        arguments(
            "above: 100, ",
            "above: 100, below: 5, ",
            ":7 [one-bound] Give either 'above' or 'below' (threshold)"),
        arguments(
            "clear: 90",
            "clear: 110",
            ":7 [clear-beyond] A warning cannot end on the bad side of its limit 100.0 (110)"),
        arguments(
            "type: threshold, above: 100, clear: 90",
            "type: late",
            ":7 [missing-key] A condition of type late needs the key 'behind' (behind)"),
        arguments(
            "type: threshold, above: 100, clear: 90",
            "type: plan, above: 100",
            ":7 [foreign-key] A condition of type plan has no key 'above' (above)"),
        arguments(
            "有{value}人",
            "有{vlaue}人",
            ":9 [unknown-placeholder] A message has no '{vlaue}'; did you mean 'value'? (vlaue)"),
        arguments(
            "rule: many_people",
            "rule: few_people",
            ":1 [id-differs] The folder's name says 'many_people'; make both the same"
                + " (few_people)"));
  }
}
