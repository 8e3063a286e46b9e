package org.citylake.core.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.json.Json;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads {@code contract.odcs.yaml}: the part of ODCS v3.1.0 that CityLake knows. */
public final class ContractReader {
  private ContractReader() {}

  /**
   * Reads a contract; adds what is wrong to the problems.
   *
   * @return empty when the file breaks the schema of contracts
   */
  public static Optional<DataContract> read(YamlFile yaml, Problems problems) {
    if (!DeclarationSchema.named("contract").check(yaml, problems)
        || !DeclarationSchema.odcs().check(yaml, problems)) {
      return Optional.empty();
    }
    JsonNode object = yaml.root().path("schema").path(0);
    Map<String, Object> custom = custom(object);
    if (yaml.root().has(UpdateRhythm.KEY)) {
      custom.put(
          UpdateRhythm.KEY,
          Json.mapper().convertValue(yaml.root().path(UpdateRhythm.KEY), Object.class));
    }
    DataContract contract =
        new DataContract(
            yaml.root().path("id").asText(),
            yaml.root().path("version").asText(),
            custom.getOrDefault("nameZh", "").toString(),
            object.path("businessName").asText(),
            object.path("description").asText(),
            properties(object.path("properties")),
            quality(object),
            custom);
    ContractRules.check(contract, yaml, problems);
    PersonalDataRules.check(contract, yaml, problems);
    ServiceLevelRules.check(yaml, problems);
    return Optional.of(contract);
  }

  private static List<ContractProperty> properties(JsonNode nodes) {
    List<ContractProperty> properties = new ArrayList<>();
    int key = 0;
    for (JsonNode node : nodes) {
      if (node.path("primaryKey").asBoolean()) {
        key++;
      }
      properties.add(property(node, key));
    }
    return properties;
  }

  private static ContractProperty property(JsonNode node, int keysSoFar) {
    Map<String, Object> custom = custom(node);
    JsonNode options = node.path("logicalTypeOptions");
    String name = node.path("name").asText();
    List<String> examples = new ArrayList<>();
    node.path("examples").forEach(e -> examples.add(e.asText()));
    boolean inKey = node.path("primaryKey").asBoolean();
    return new ContractProperty(
        name,
        node.path("physicalName").asText(name),
        custom.get("fieldId") instanceof Number id ? id.intValue() : 0,
        LogicalType.valueOf(node.path("logicalType").asText().toUpperCase(Locale.ROOT)),
        node.path("physicalType").asText(),
        node.path("required").asBoolean(),
        inKey ? node.path("primaryKeyPosition").asInt(keysSoFar) : 0,
        custom.getOrDefault("nameZh", "").toString(),
        node.path("description").asText(),
        node.path("classification").asText(),
        custom.getOrDefault("unit", "").toString(),
        examples,
        number(options.path("minimum")),
        number(options.path("maximum")),
        length(options.path("minLength")),
        length(options.path("maxLength")),
        text(options.path("pattern")),
        text(options.path("format")),
        quality(node),
        custom);
  }

  private static List<QualityRule> quality(JsonNode node) {
    List<QualityRule> rules = new ArrayList<>();
    for (JsonNode rule : node.path("quality")) {
      boolean custom = rule.path("type").asText().equals(QualityRule.CUSTOM);
      rules.add(
          new QualityRule(
              rule.path("id").asText(),
              custom ? QualityRule.CUSTOM : rule.path("metric").asText(),
              custom ? map(rule.path("implementation")) : arguments(rule),
              QualityRule.Severity.valueOf(rule.path("severity").asText().toUpperCase(Locale.ROOT)),
              rule.path("description").asText()));
    }
    node.path("relationships").forEach(relationship -> rules.add(reference(relationship)));
    return rules;
  }

  private static QualityRule reference(JsonNode relationship) {
    String[] to = relationship.path("to").asText().split("[.]", 2);
    Map<String, Object> custom = custom(relationship);
    return new QualityRule(
        custom.getOrDefault("id", "").toString(),
        QualityRule.FOREIGN_KEY,
        Map.of(QualityRule.SOURCE, to[0], QualityRule.COLUMN, to[1]),
        QualityRule.Severity.valueOf(
            custom.getOrDefault("severity", "").toString().toUpperCase(Locale.ROOT)),
        "");
  }

  /** ODCS writes the operators of a count beside the arguments; they are arguments here. */
  private static Map<String, Object> arguments(JsonNode rule) {
    Map<String, Object> arguments =
        map(
            rule.path("arguments").isMissingNode()
                ? JsonNodeFactory.instance.objectNode()
                : rule.path("arguments"));
    for (String operator : QualityRule.COUNT_OPERATORS) {
      if (rule.has(operator)) {
        arguments.put(operator, rule.path(operator).decimalValue());
      }
    }
    return arguments;
  }

  private static Map<String, Object> custom(JsonNode node) {
    Map<String, Object> custom = new LinkedHashMap<>();
    for (JsonNode entry : node.path("customProperties")) {
      custom.put(
          entry.path("property").asText(),
          Json.mapper().convertValue(entry.path("value"), Object.class));
    }
    return custom;
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            e -> map.put(e.getKey(), Json.mapper().convertValue(e.getValue(), Object.class)));
    return map;
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
  }

  private static Optional<Integer> length(JsonNode node) {
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
  }
}
