package org.citylake.core.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What the rules over several columns of a row must keep. */
final class RowRuleRules {
  private final DataContract contract;
  private final YamlFile yaml;
  private final Problems problems;

  RowRuleRules(DataContract contract, YamlFile yaml, Problems problems) {
    this.contract = contract;
    this.yaml = yaml;
    this.problems = problems;
  }

  void object() {
    List<QualityRule> rules = contract.quality();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).metric().equals(QualityRule.CUSTOM)) {
        for (Map.Entry<String, Object> part : rules.get(i).arguments().entrySet()) {
          String place = "/schema/0/quality/" + i + "/implementation/" + part.getKey();
          expression(part.getValue().toString(), place);
        }
      }
    }
  }

  void column(ContractProperty property, String place) {
    for (int i = 0; i < property.quality().size(); i++) {
      if (property.quality().get(i).metric().equals(QualityRule.CUSTOM)) {
        report(
            place + "/quality/" + i,
            property.quality().get(i).id(),
            "A rule of the engine citylake is over the row; put it into the object's quality");
      }
    }
  }

  private void expression(String text, String place) {
    RowExpression expression;
    try {
      expression = RowExpression.of(text);
    } catch (IllegalArgumentException e) {
      report(place, text, "Not an expression: " + e.getMessage());
      return;
    }
    List<String> names = contract.properties().stream().map(ContractProperty::name).toList();
    List<String> unknown =
        expression.columns().stream().filter(c -> !names.contains(c)).sorted().toList();
    for (String column : unknown) {
      problems.add(
          yaml.problem(
              place,
              "unknown-column",
              column,
              "The contract has no column '" + column + "'" + NearestName.hint(column, names)));
    }
    if (unknown.isEmpty()) {
      try {
        expression.holds(samples());
      } catch (IllegalArgumentException e) {
        report(place, text, "Not a condition over such columns: " + e.getMessage());
      }
    }
  }

  /** A value of each column's type, to see whether an expression can be judged at all. */
  private Map<String, Object> samples() {
    Map<String, Object> samples = new LinkedHashMap<>();
    for (ContractProperty property : contract.properties()) {
      samples.put(
          property.name(),
          switch (property.type()) {
            case INTEGER, NUMBER -> BigDecimal.ONE;
            case BOOLEAN -> true;
            case DATE -> LocalDate.of(2016, 3, 1);
            case TIMESTAMP -> OffsetDateTime.parse("2016-03-01T00:00:00Z");
            case STRING, ARRAY, OBJECT -> "310101201603010011";
          });
    }
    return samples;
  }

  private void report(String place, String value, String message) {
    problems.add(yaml.problem(place, "row-rule", value, message));
  }
}
