package org.citylake.core.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * Where quality rules may ask for an official identifier: in {@code invalidValues} of a text
 * column, and beside no argument whose message would repeat the value. The schema knows the names.
 */
final class IdentifierRules {
  private static final String IDENTIFIER = "identifier";
  private static final String NOT_AFTER = "notAfter";

  private final YamlFile yaml;
  private final Problems problems;

  IdentifierRules(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  /** Checks the rules of a column. */
  void column(ContractProperty property, String place) {
    List<QualityRule> rules = property.quality();
    for (int i = 0; i < rules.size(); i++) {
      QualityRule rule = rules.get(i);
      String arguments = place + "/quality/" + i + "/arguments";
      if (rule.arguments().containsKey(IDENTIFIER)) {
        identifier(rule, property, arguments);
      }
      notAfter(rule, arguments);
    }
  }

  /** Checks the rules over the whole object, which judge no single value. */
  void object(List<QualityRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).arguments().containsKey(IDENTIFIER)) {
        report(
            "/schema/0/quality/" + i + "/arguments",
            rules.get(i),
            "An identifier is judged in one column; put the rule there");
      }
    }
  }

  private void identifier(QualityRule rule, ContractProperty property, String arguments) {
    if (!rule.metric().equals("invalidValues")) {
      report(arguments, rule, "An identifier is an argument of invalidValues alone");
    }
    if (property.type() != LogicalType.STRING) {
      report(
          arguments,
          rule,
          "An identifier is a text; the column '"
              + property.name()
              + "' must have the type string");
    }
    if (rule.arguments().containsKey("validValues") || rule.arguments().containsKey("pattern")) {
      report(
          arguments,
          rule,
          "An identifier stands alone, since validValues and pattern repeat the value in their"
              + " messages; make rules of their own of them");
    }
  }

  private void notAfter(QualityRule rule, String arguments) {
    Map<String, Object> given = rule.arguments();
    if (!(given.get(NOT_AFTER) instanceof String day)) {
      return;
    }
    boolean known = true;
    try {
      LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      known = false;
    }
    if (!known || !"resident-identity-number".equals(given.get(IDENTIFIER))) {
      problems.add(
          yaml.problem(
              arguments + "/" + NOT_AFTER,
              "not-after",
              day,
              known
                  ? "Only the identifier resident-identity-number has a last day of birth"
                  : "Not a day of the calendar"));
    }
  }

  private void report(String arguments, QualityRule rule, String message) {
    String name = String.valueOf(rule.arguments().get(IDENTIFIER));
    problems.add(yaml.problem(arguments + "/" + IDENTIFIER, IDENTIFIER, name, message));
  }
}
