package org.citylake.ingestion.scaffold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.json.Json;
import org.citylake.core.yaml.YamlWriter;
import org.citylake.ingestion.format.FoundColumn;
import org.citylake.ingestion.format.FoundFormat;

/**
 * The contract of a source as a sample lets it be guessed. What cannot be guessed stands there as
 * 待填: the agency, the meaning of each column, the legal basis.
 */
public final class SourceScaffold {
  private static final Set<String> KEY_TYPES = Set.of("string", "int", "long", "date");
  private static final String TO_FILL = "待填 TO FILL IN";

  private final String id;
  private final String domain;
  private final SampleFile sample;
  private final List<ColumnGuess> columns;
  private final Map<String, String> units;

  private SourceScaffold(
      String id,
      String domain,
      SampleFile sample,
      List<ColumnGuess> columns,
      Map<String, String> units) {
    this.id = id;
    this.domain = domain;
    this.sample = sample;
    this.columns = columns;
    this.units = units;
  }

  /**
   * Guesses every column of a sample.
   *
   * @param units names of units, such as 万元, to their codes
   */
  public static SourceScaffold of(
      String id, String domain, SampleFile sample, Map<String, String> units) {
    List<String> names = ColumnNames.of(sample.header());
    List<ColumnGuess> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      FoundColumn column = sample.found().columns().get(i);
      columns.add(
          ColumnGuesser.guess(column, names.get(i), sample.column(i), sample.found().unit()));
    }
    if (columns.stream().anyMatch(c -> c.personal().isPresent())) {
      columns.replaceAll(SourceScaffold::withPersonalPlace);
    }
    return new SourceScaffold(id, domain, sample, columns, units);
  }

  /** Beside personal columns a geometry may be where a person lives. */
  private static ColumnGuess withPersonalPlace(ColumnGuess column) {
    return column.header().equals("geometry") ? column.personal(PersonalKind.PLACE) : column;
  }

  /** The guesses, in the columns' order. */
  public List<ColumnGuess> columns() {
    return List.copyOf(columns);
  }

  /** The column taken for the business key: the first without gaps and with a value of its own. */
  public Optional<ColumnGuess> key() {
    return columns.stream()
        .filter(c -> c.required() && c.unique() && KEY_TYPES.contains(c.type()))
        .filter(c -> !c.header().equals("geometry"))
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
    FormatText.write(sample.format(), custom(custom, "format").putObject("value"));
    return YamlWriter.write(root);
  }

  private void property(ObjectNode property, int index, boolean isKey) {
    ColumnGuess column = columns.get(index);
    property.put("name", column.name());
    property.put("physicalName", column.header());
    property.put(
        "logicalType", FoundFormat.logicalType(column.type()).name().toLowerCase(Locale.ROOT));
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
    column.unit().map(units::get).ifPresent(unit -> custom(custom, "unit").put("value", unit));
    if (column.unitInCells()) {
      String unit = column.unit().orElseThrow();
      custom(custom, "qualifiers").putObject("value").put(unit, "with-its-unit");
    }
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
   * The file of the first test case, in the sample's format: its first rows. Personal columns hold
   * values of nobody there, the same in every row, and then one row is enough.
   *
   * @throws org.citylake.core.CityLakeException of kind USER when none can be written so
   */
  public CaseFile caseInput() {
    return new SampleCase(sample, columns).write();
  }

  private static ObjectNode custom(ArrayNode list, String property) {
    return list.addObject().put("property", property);
  }
}
