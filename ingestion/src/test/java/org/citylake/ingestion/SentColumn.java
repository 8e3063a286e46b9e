package org.citylake.ingestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column of a contract that a test writes: name, Iceberg type, and what the test is about. */
public final class SentColumn {
  private final String name;
  private final String physicalType;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final List<String> custom = new ArrayList<>();

  private SentColumn(String name, String physicalType) {
    this.name = name;
    this.physicalType = physicalType;
    keys.put("classification", "general-1");
  }

  /** A column that may be missing and is not personal. */
  public static SentColumn of(String name, String physicalType) {
    return new SentColumn(name, physicalType);
  }

  /** With a key of ODCS; the value is YAML in flow style. */
  public SentColumn with(String key, String yaml) {
    keys.put(key, yaml);
    return this;
  }

  /** With a custom property; the value is YAML in flow style. */
  public SentColumn custom(String property, String yaml) {
    custom.add("{property: " + property + ", value: " + yaml + "}");
    return this;
  }

  /** With the rule {@code the-rule} of ODCS's library. */
  public SentColumn rule(String metric, String arguments) {
    return rule("the-rule", metric, arguments);
  }

  /** With a rule of ODCS's library. */
  public SentColumn rule(String id, String metric, String arguments) {
    return with(
        "quality",
        "[{id: "
            + id
            + ", type: library, metric: "
            + metric
            + ", arguments: "
            + arguments
            + ", mustBe: 0, severity: error}]");
  }

  /** In the business key. */
  public SentColumn key() {
    return with("primaryKey", "true").with("required", "true");
  }

  /** Classified as personal data. */
  public SentColumn personal() {
    return with("classification", "general-3-personal").custom("token", "test");
  }

  /** Its name, also that of the header. */
  public String name() {
    return name;
  }

  String yaml(int fieldId) {
    StringBuilder yaml = new StringBuilder("      - name: " + name + "\n");
    yaml.append("        logicalType: ").append(logicalType()).append('\n');
    yaml.append("        physicalType: '").append(physicalType).append("'\n");
    yaml.append("        description: a column\n");
    keys.forEach((k, v) -> yaml.append("        " + k + ": " + v + "\n"));
    yaml.append("        customProperties:\n");
    yaml.append("          - {property: fieldId, value: ").append(fieldId).append("}\n");
    yaml.append("          - {property: nameZh, value: 列}\n");
    custom.forEach(c -> yaml.append("          - ").append(c).append('\n'));
    return yaml.toString();
  }

  private String logicalType() {
    return switch (physicalType) {
      case "int", "long" -> "integer";
      case "boolean" -> "boolean";
      case "date" -> "date";
      case "timestamptz" -> "timestamp";
      case "string" -> "string";
      default -> "number";
    };
  }
}
