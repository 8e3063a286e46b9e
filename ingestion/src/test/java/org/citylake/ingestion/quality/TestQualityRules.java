package org.citylake.ingestion.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.core.json.Json;
import org.citylake.entities.identifier.OfficialIdentifier;
import org.citylake.ingestion.type.ShownValue;
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
  void wrongIdentifierIsFoundWithItsReasonAndMasked() {
    ValueRule rule = rule("invalidValues", Map.of("identifier", "resident-identity-number"));
    assertThat(rule.judge("c", "11010519491231002x")).isEmpty();
    assertThat(rule.judge("c", null)).isEmpty();
    assertThat(rule.judge("c", "110105194912310021").orElseThrow().reason())
        .isEqualTo(
            "r: c (check-digit): Position 18 must be 'X' if the others are right:"
                + " 110105***********1");
  }

  @Test
  void birthAfterTheLastDayIsFound() {
    ValueRule rule =
        rule(
            "invalidValues",
            Map.of("identifier", "resident-identity-number", "notAfter", "1949-12-30"));
    assertThat(rule.judge("c", "440524188001010014")).isEmpty();
    assertThat(rule.judge("c", "11010519491231002X").orElseThrow().message())
        .startsWith("c (born-later): ");
  }

  @Test
  void theSchemaKnowsEveryIdentifierAndNoOther() throws IOException {
    try (InputStream schema =
        QualityRule.class.getResourceAsStream("/org/citylake/core/schema/contract.schema.json")) {
      List<String> names = new ArrayList<>();
      Json.mapper()
          .readTree(schema)
          .at("/$defs/quality/items/properties/arguments/properties/identifier/enum")
          .forEach(name -> names.add(name.asText()));

      assertThat(names)
          .containsExactlyElementsOf(
              Arrays.stream(OfficialIdentifier.values()).map(OfficialIdentifier::id).toList());
    }
  }

  @Test
  void anIdentifierWithoutANameIsRefused() {
    assertThatThrownBy(() -> rule("invalidValues", Map.of("identifier", "passport")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No identifier is named 'passport'");
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

  @Test
  void volumeFarFromTheUsualIsFound() {
    DeliveryRules rules = delivery("rowCount", Map.of("withinPercentOfUsual", 30), Severity.ERROR);
    for (int i = 0; i < 69; i++) {
      rules.see(Map.of());
    }
    assertThat(rules.finish())
        .extracting(Finding::reason)
        .containsExactly(
            "r: 69 records arrived, and the source's last loads have 100 (median), which is more"
                + " than 30 % away: ask the agency whether the delivery is whole");
    rules.see(Map.of());
    assertThat(rules.finish()).isEmpty();
    assertThat(UsualVolume.of(List.of(1L, 2L))).isEmpty();
    assertThat(UsualVolume.of(List.of(4L, 1L, 2L, 3L)).orElseThrow().median())
        .isEqualByComparingTo("2.5");
  }

  private static ValueRule rule(String metric, Map<String, Object> arguments) {
    return ValueRule.of(
            new QualityRule("r", metric, arguments, Severity.ERROR, ""), ShownValue.PLAIN)
        .orElseThrow();
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
            Map.of()),
        List.of(90L, 100L, 120L));
  }
}
