package org.citylake.ingestion.scaffold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citylake.core.json.Json;
import org.citylake.core.yaml.YamlWriter;

/**
 * The contract of a source as a sample lets it be guessed. What cannot be guessed stands there as
 * 待填: the agency, the meaning of each column, the legal basis.
 */
public final class SourceScaffold {
  private static final String TO_FILL = "待填 TO FILL IN";

  private final String id;
  private final String domain;
  private final SampleFile sample;
  private final List<ColumnGuess> columns;

  private SourceScaffold(String id, String domain, SampleFile sample, List<ColumnGuess> columns) {
    this.id = id;
    this.domain = domain;
    this.sample = sample;
    this.columns = columns;
  }

  /** Guesses every column of a sample. */
  public static SourceScaffold of(String id, String domain, SampleFile sample) {
    List<String> names = ColumnNames.of(sample.header());
    List<ColumnGuess> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(ColumnGuesser.guess(sample.header().get(i), names.get(i), sample.column(i)));
    }
    return new SourceScaffold(id, domain, sample, columns);
  }

  /** The guesses, in the columns' order. */
  public List<ColumnGuess> columns() {
    return List.copyOf(columns);
  }

  /** The column taken for the business key: the first without gaps and with a value of its own. */
  public Optional<ColumnGuess> key() {
    return columns.stream()
        .filter(c -> c.required() && c.unique() && !c.type().startsWith("decimal"))
        .findFirst();
  }

  /** Whether any column seems to hold personal data. */
  public boolean personal() {
    return columns.stream().anyMatch(c -> c.personal().isPresent());
  }

  /** {@code contract.odcs.yaml}. */
  public String contract() {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("apiVersion", "v3.1.0");
    root.put("kind", "DataContract");
    root.put("id", id);
    root.put("name", id.replace('_', ' '));
    root.put("version", "1.0.0");
    root.put("status", "draft");
    root.put("domain", domain);
    ObjectNode object = root.putArray("schema").addObject();
    object.put("name", id);
    object.put("physicalName", id);
    object.put("physicalType", "table");
    object.put("businessName", id.replace('_', ' '));
    object.put("description", "Each row is " + TO_FILL + ".");
    ArrayNode properties = object.putArray("properties");
    Optional<ColumnGuess> key = key();
    for (int i = 0; i < columns.size(); i++) {
      property(properties.addObject(), i, key.filter(columns.get(i)::equals).isPresent());
    }
    ArrayNode custom = object.putArray("customProperties");
    custom(custom, "nameZh").put("value", TO_FILL);
    if (personal()) {
      ObjectNode personal = custom(custom, "personalData").putObject("value");
      personal.put("basis", "statutory-duty");
      personal.put("law", TO_FILL);
      personal.putArray("purposes").add("hand-back").add("linkage");
      personal.put("retention", "P5Y");
    }
    directory(custom(custom, "directory").putObject("value"));
    ObjectNode format = custom(custom, "format").putObject("value");
    format.put("type", "csv");
    format.put("encoding", sample.encoding());
    format.put("delimiter", String.valueOf(sample.delimiter()));
    format.put("multiline", sample.multiline());
    format.put("delivery", "increment");
    return YamlWriter.write(root);
  }

  private void property(ObjectNode property, int index, boolean isKey) {
    ColumnGuess column = columns.get(index);
    property.put("name", column.name());
    property.put("physicalName", column.header());
    property.put("logicalType", logicalType(column.type()));
    property.put("physicalType", column.type());
    if (column.required()) {
      property.put("required", true);
    }
    if (isKey) {
      property.put("primaryKey", true);
      property.put("primaryKeyPosition", 1);
    }
    property.put(
        "classification", column.personal().isPresent() ? "general-3-personal" : "general-1");
    property.put(
        "description", TO_FILL + " (guessed: " + String.join("; ", column.reasons()) + ")");
    column
        .format()
        .ifPresent(format -> property.putObject("logicalTypeOptions").put("format", format));
    rules(property, column);
    ArrayNode custom = property.putArray("customProperties");
    custom(custom, "fieldId").put("value", index + 1);
    custom(custom, "nameZh").put("value", column.header());
    Optional<String> token =
        column.personal().flatMap(PersonalKind::token).or(() -> keyToken(column, isKey));
    token.ifPresent(domain -> custom(custom, "token").put("value", domain));
  }

  /** A personal key needs a token domain; one of its own is right until it is known better. */
  private Optional<String> keyToken(ColumnGuess column, boolean isKey) {
    return isKey && column.personal().isPresent()
        ? Optional.of(id.replace('_', '-') + "-key")
        : Optional.empty();
  }

  private static void rules(ObjectNode property, ColumnGuess column) {
    if (column.identifier().isEmpty() && column.codes().isEmpty()) {
      return;
    }
    ObjectNode rule = property.putArray("quality").addObject();
    rule.put("id", column.identifier().map(i -> "right-" + i).orElse("known-code"));
    rule.put("type", "library");
    rule.put("metric", "invalidValues");
    ObjectNode arguments = rule.putObject("arguments");
    if (column.identifier().isPresent()) {
      arguments.put("identifier", column.identifier().get());
    } else {
      ArrayNode values = arguments.putArray("validValues");
      column.codes().forEach(values::add);
    }
    rule.put("mustBe", 0);
    // A sample shows not all codes; an identifier has check digits.
    rule.put("severity", column.identifier().isPresent() ? "error" : "warn");
  }

  private void directory(ObjectNode directory) {
    directory.put("resource-code", "000000/1");
    directory.put("provider-zh", TO_FILL);
    directory.put("provider-en", TO_FILL);
    directory.put("sharing", "conditional");
    directory.put("sharing-condition", TO_FILL);
    directory.put("opening", "withheld");
    directory.put("update-cycle", "irregular");
    directory.put("basis", TO_FILL);
    directory.put("security-level", personal() ? "general-3" : "general-1");
    directory.put("authoritative", false);
  }

  /** What still has to be written by a person. */
  public static String toFill() {
    return TO_FILL;
  }

  /**
   * {@code input.csv} of the first test case: the sample's first rows. Personal columns hold values
   * of nobody there, the same in every row, and then one row is enough.
   */
  public String caseInput() {
    List<String> lines = new ArrayList<>();
    lines.add(line(sample.header()));
    int most = personal() ? 1 : 20;
    for (List<String> row : sample.rows().subList(0, Math.min(most, sample.rows().size()))) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(shown(columns.get(i), row.get(i)));
      }
      lines.add(line(cells));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String shown(ColumnGuess column, String value) {
    if (column.personal().isEmpty()) {
      return value;
    }
    String invented = column.personal().get().invented();
    if (!invented.isEmpty()) {
      return invented;
    }
    return column.type().equals("date")
        ? java.time.LocalDate.of(1949, 12, 31)
            .format(
                java.time.format.DateTimeFormatter.ofPattern(
                    column.format().orElse("yyyy-MM-dd"), java.util.Locale.ROOT))
        : "";
  }

  private String line(List<String> cells) {
    String delimiter = String.valueOf(sample.delimiter());
    return cells.stream()
        .map(
            cell ->
                cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n")
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell)
        .collect(Collectors.joining(delimiter));
  }

  private static ObjectNode custom(ArrayNode list, String property) {
    return list.addObject().put("property", property);
  }

  private static String logicalType(String type) {
    return switch (type) {
      case "int" -> "integer";
      case "date" -> "date";
      case "timestamptz" -> "timestamp";
      case "string" -> "string";
      default -> "number";
    };
  }
}
