package org.citylake.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citylake.core.declaration.CityFolder.UNITS;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derived indicators in view of those that they follow from. */
class TestDerivationRules {
  private static final String RATE = "metrics/indicators/population/rate/";

  private CityFolder city;

  @BeforeEach
  void makeCity(@TempDir Path folder) {
    city = new CityFolder(folder);
    city.change(UNITS + "codes.csv", "persons,人", "persons,人\nhomes,户");
    derived(RATE, "rate", "people - LAG(people, 1)", "A", "persons");
    city.write(RATE + "tests/one/expected.csv", "value\n1\n");
  }

  @Test
  void anExpressionOverAnIndicatorOfTheSameFrequencyAndUnitIsRight() {
    assertThat(city.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAG(people, 1) | LAG(peopel, 1) | [unknown-indicator] There is no indicator 'peopel'; did you mean 'people'? (peopel)
          LAG(people, 1) | people * people | [expression] The expression cannot be read: '*' needs a number on one side (people - people * people)
          LAG(people, 1) | rate | [circle] The indicator follows from itself, in a circle (rate)
          unit: persons | unit: homes | [units-differ] Figures of different units are added or make another unit (homes, persons)
          """)
  void aBrokenRuleIsReportedWithPlaceAndValue(String from, String to, String problem) {
    city.change(RATE + "indicator.yaml", from, to);

    assertThat(city.problems()).containsExactly(RATE + "indicator.yaml:12 " + problem);
  }

  @Test
  void monthsDoNotFollowFromYears() {
    city.change(RATE + "indicator.yaml", "frequency: A", "frequency: M");

    assertThat(city.problems())
        .containsExactly(
            RATE
                + "indicator.yaml:12 [frequency-differs] It is of frequency A, this indicator of M"
                + " (people)");
  }

  @Test
  void aCircleOverTwoIsFoundAtBoth() {
    String share = "metrics/indicators/population/share/";
    derived(share, "share", "rate / people", "A", "persons");
    city.write(share + "tests/one/expected.csv", "value\n1\n");
    city.change(RATE + "indicator.yaml", "people - LAG(people, 1)", "share - people");

    assertThat(city.problems())
        .containsExactlyInAnyOrder(
            RATE
                + "indicator.yaml:12 [circle] The indicator follows from itself, in a circle"
                + " (rate)",
            share
                + "indicator.yaml:12 [circle] The indicator follows from itself, in a circle"
                + " (share)");
  }

  private void derived(
      String folder, String code, String expression, String frequency, String unit) {
    city.write(
        folder + "indicator.yaml",
        """
        code: %s
        name-zh: 变化
        name-en: Change
        definition-zh: 变化
        definition-en: Change
        basis: Census
        unit: %s
        decimals: 0
        direction: neutral
        frequency: %s
        method: derived
        expression: '%s'
        owner: 统计局
        """
            .formatted(code, unit, frequency, expression));
  }
}
