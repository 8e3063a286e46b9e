package org.citylake.core.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.citylake.core.contract.DirectoryEntry.Access;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a contract must keep beyond its schema. */
final class ContractRules {
  private static final String DIRECTORY = "/schema/0/customProperties";

  private final DataContract contract;
  private final YamlFile yaml;
  private final Problems problems;

  private ContractRules(DataContract contract, YamlFile yaml, Problems problems) {
    this.contract = contract;
    this.yaml = yaml;
    this.problems = problems;
  }

  static void check(DataContract contract, YamlFile yaml, Problems problems) {
    ContractRules rules = new ContractRules(contract, yaml, problems);
    if (contract.nameZh().isEmpty()) {
      problems.add(
          yaml.problem(
              "/schema/0", "missing-key", "nameZh", "The custom property 'nameZh' is missing"));
    }
    rules.unique();
    IdentifierRules identifiers = new IdentifierRules(yaml, problems);
    identifiers.object(contract.quality());
    rules.countOperators(contract.quality(), "/schema/0");
    RowRuleRules rowRules = new RowRuleRules(contract, yaml, problems);
    rowRules.object();
    TimeFormatRules timeFormats = new TimeFormatRules(yaml, problems);
    for (int i = 0; i < contract.properties().size(); i++) {
      String place = "/schema/0/properties/" + i;
      rules.property(contract.properties().get(i), place);
      identifiers.column(contract.properties().get(i), place);
      rules.countOperators(contract.properties().get(i).quality(), place);
      rowRules.column(contract.properties().get(i), place);
      timeFormats.column(contract.properties().get(i), place);
    }
    contract.directory().ifPresent(rules::directory);
  }

  private void unique() {
    Map<Integer, String> ids = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<Integer, String> positions = new HashMap<>();
    List<ContractProperty> properties = contract.properties();
    for (int i = 0; i < properties.size(); i++) {
      ContractProperty property = properties.get(i);
      String place = "/schema/0/properties/" + i;
      if (names.put(property.name(), place) != null) {
        report(place + "/name", "duplicate-column", property.name(), "The column stands twice");
      }
      String sameId = ids.putIfAbsent(property.fieldId(), property.name());
      if (property.fieldId() > 0 && sameId != null) {
        report(
            place,
            "field-id",
            String.valueOf(property.fieldId()),
            "The column '"
                + property.name()
                + "' has the field id of '"
                + sameId
                + "'; take the next free number");
      }
      if (property.primaryKeyPosition() > 0) {
        String samePosition = positions.putIfAbsent(property.primaryKeyPosition(), place);
        if (samePosition != null) {
          report(
              place,
              "key-position",
              String.valueOf(property.primaryKeyPosition()),
              "Two columns stand at the same place of the business key");
        }
      }
    }
  }

  private void property(ContractProperty property, String place) {
    String name = property.name();
    if (property.fieldId() == 0) {
      report(place, "field-id", "", "The column '" + name + "' has no custom property 'fieldId'");
    }
    if (property.nameZh().isEmpty()) {
      report(place, "missing-key", "nameZh", "The column '" + name + "' has no Chinese name");
    }
    if (!IcebergTypeName.valid(property.physicalType())) {
      report(
          place + "/physicalType",
          "physical-type",
          property.physicalType(),
          "Not an Iceberg type; known are boolean, int, long, float, double, decimal(P,S), date,"
              + " time, timestamp, timestamptz, string, uuid, binary, list<T>, map<K,V>");
    }
    property
        .pattern()
        .ifPresent(pattern -> pattern(pattern, place + "/logicalTypeOptions/pattern"));
    if (property.minimum().isPresent()
        && property.maximum().isPresent()
        && property.minimum().get().compareTo(property.maximum().get()) > 0) {
      report(
          place + "/logicalTypeOptions",
          "empty-range",
          property.minimum().get() + ".." + property.maximum().get(),
          "The least allowed value is above the greatest");
    }
    length(property, place);
  }

  private void length(ContractProperty property, String place) {
    int longest = property.maximumLength().orElse(ContractProperty.LONGEST_TEXT);
    if (property.minimumLength().isPresent() && property.minimumLength().get() > longest) {
      report(
          place + "/logicalTypeOptions",
          "empty-range",
          property.minimumLength().get() + ".." + longest,
          "The shortest allowed text is longer than the longest");
    }
  }

  private void countOperators(List<QualityRule> rules, String place) {
    for (int i = 0; i < rules.size(); i++) {
      QualityRule rule = rules.get(i);
      for (String operator : QualityRule.COUNT_OPERATORS) {
        if (rule.arguments().containsKey(operator) && !rule.metric().equals("rowCount")) {
          report(
              place + "/quality/" + i,
              "count-operator",
              operator,
              "Only rowCount compares a count; the other metrics allow none that fails");
        }
      }
    }
  }

  private void pattern(String pattern, String place) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      report(place, "pattern", pattern, "Not a regular expression: " + e.getDescription());
    }
  }

  private void directory(DirectoryEntry entry) {
    condition("sharing", entry.sharing() != Access.UNCONDITIONAL, entry.sharingCondition());
    condition("opening", entry.opening() == Access.CONDITIONAL, entry.openingCondition());
    for (ContractProperty property : contract.properties()) {
      if (DirectoryEntry.height(property.classification())
          > DirectoryEntry.height(entry.securityLevel())) {
        report(
            DIRECTORY,
            "security-level",
            entry.securityLevel(),
            "The column '"
                + property.name()
                + "' is "
                + property.classification()
                + ": the whole is no less");
      }
    }
  }

  private void condition(String what, boolean needed, Optional<String> given) {
    if (needed && given.isEmpty()) {
      report(
          DIRECTORY,
          "missing-key",
          what + "-condition",
          "The key '" + what + "-condition' has to say under which condition or law");
    }
  }

  private void report(String place, String rule, String value, String message) {
    problems.add(yaml.problem(place, rule, value, message));
  }
}
