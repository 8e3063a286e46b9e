package org.citylake.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.QualityRule.Severity;
import org.junit.jupiter.api.Test;

class TestQualityRules {
  @Test
  void valueOutsideTheListIsFoundAndAMissingOneIsNot() {
    ValueRule rule = rule("invalidValues", Map.of("validValues", List.of("a", "b")));
    assertThat(rule.judge("c", "a")).isEmpty();
    assertThat(rule.judge("c", null)).isEmpty();
    assertThat(rule.judge("c", "x").orElseThrow().reason())
        .isEqualTo("r: c is 'x', which is not one of [a, b]");
  }

  @Test
  void patternIsMatchedOverTheWholeText() {
    ValueRule rule = rule("invalidValues", Map.of("pattern", "[0-9]+"));
    assertThat(rule.judge("c", "12")).isEmpty();
    assertThat(rule.judge("c", "12x")).isPresent();
  }

  @Test
  void missingValuesMayBeListed() {
    ValueRule rule = rule("missingValues", Map.of("missingValues", List.of("-")));
    assertThat(rule.judge("c", "-")).isPresent();
    assertThat(rule.judge("c", null)).isPresent();
    assertThat(rule.judge("c", "0")).isEmpty();
  }

  @Test
  void secondOccurrenceOfAValueIsFound() {
    DeliveryRules rules =
        delivery("duplicateValues", Map.of("properties", List.of("a", "b")), Severity.ERROR);
    assertThat(rules.see(Map.of("a", "1", "b", "2"))).isEmpty();
    assertThat(rules.see(Map.of("a", "1", "b", "3"))).isEmpty();
    assertThat(rules.see(Map.of("a", "1", "b", "2"))).hasSize(1);
  }

  @Test
  void tooFewRowsStopAndWarningsOnlyWarn() {
    Map<String, Object> atLeastTwo = Map.of("mustBeGreaterOrEqualTo", 2);
    DeliveryRules stopping = delivery("rowCount", atLeastTwo, Severity.ERROR);
    DeliveryRules warning = delivery("rowCount", atLeastTwo, Severity.WARN);
    stopping.see(Map.of());
    assertThat(stopping.finish()).extracting(Finding::severity).containsExactly(Severity.STOP);
    assertThat(warning.finish()).extracting(Finding::severity).containsExactly(Severity.WARN);
    stopping.see(Map.of());
    assertThat(stopping.finish()).isEmpty();
  }

  private static ValueRule rule(String metric, Map<String, Object> arguments) {
    return ValueRule.of(new QualityRule("r", metric, arguments, Severity.ERROR, "")).orElseThrow();
  }

  private static DeliveryRules delivery(
      String metric, Map<String, Object> arguments, Severity severity) {
    return new DeliveryRules(
        new DataContract(
            "s",
            "1.0.0",
            "",
            "",
            "",
            List.of(),
            List.of(new QualityRule("r", metric, arguments, severity, "")),
            Map.of()));
  }
}
