package org.citylake.entities.linkage.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;
import org.citylake.core.yaml.YamlReader;
import org.citylake.core.yaml.YamlWriter;
import org.citylake.entities.linkage.blocking.BlockingKey;
import org.citylake.entities.linkage.blocking.KeyForm;
import org.citylake.entities.linkage.blocking.KeyPart;
import org.citylake.entities.linkage.comparison.Level;
import org.citylake.entities.linkage.comparison.Measure;

/** A linkage as a YAML file, by the schema {@code linkage.schema.json}. */
public final class LinkageFile {
  private static final String ALL = "all";

  private final YamlFile yaml;
  private final List<String> columns;
  private final Problems problems;

  private LinkageFile(YamlFile yaml, List<String> columns, Problems problems) {
    this.yaml = yaml;
    this.columns = columns;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param columns the columns that the data have
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem with its
   *     line: unknown keys, kinds, measures and columns, levels without a bound
   */
  public static LinkageDeclaration read(Path file, List<String> columns) {
    Problems problems = new Problems();
    Optional<YamlFile> yaml = YamlReader.read(file, file.toString(), problems);
    Optional<LinkageDeclaration> read =
        yaml.filter(y -> DeclarationSchema.named("linkage").check(y, problems))
            .map(y -> new LinkageFile(y, columns, problems).declaration());
    problems.throwIfAny("Cannot link by " + file);
    return read.orElseThrow();
  }

  /**
   * How the inputs' own columns are called; empty where the file does not say it.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA that lists every problem of the file
   *     that can be told without the data
   */
  public static List<InputColumns> readInputs(Path file) {
    Problems problems = new Problems();
    Optional<YamlFile> yaml = YamlReader.read(file, file.toString(), problems);
    List<InputColumns> inputs = new ArrayList<>();
    yaml.filter(y -> DeclarationSchema.named("linkage").check(y, problems))
        .ifPresent(y -> y.root().path("inputs").forEach(node -> inputs.add(input(node))));
    problems.throwIfAny("Cannot link by " + file);
    return inputs;
  }

  private static InputColumns input(JsonNode node) {
    Map<String, String> columns = new LinkedHashMap<>();
    node.path("columns")
        .properties()
        .forEach(column -> columns.put(column.getKey(), column.getValue().asText()));
    return new InputColumns(
        node.path("source").asText(),
        columns,
        node.has("id") ? Optional.of(node.path("id").asText()) : Optional.empty());
  }

  private LinkageDeclaration declaration() {
    JsonNode root = yaml.root();
    List<FieldDeclaration> fields = new ArrayList<>();
    for (int f = 0; f < root.path("fields").size(); f++) {
      JsonNode field = root.path("fields").path(f);
      String place = "/fields/" + f;
      String column = field.path("column").asText();
      requireColumn(place + "/column", column);
      if (fields.stream().anyMatch(other -> other.column().equals(column))) {
        problems.add(
            yaml.problem(place + "/column", "field-twice", column, "The column is compared twice"));
      }
      ColumnKind kind = ColumnKind.find(field.path("kind").asText()).orElseThrow();
      List<Level> levels =
          field.has("levels") ? levels(field.path("levels"), place + "/levels") : kind.levels();
      fields.add(new FieldDeclaration(column, kind, levels));
    }
    List<BlockingKey> keys = new ArrayList<>();
    for (int k = 0; k < root.path("blocking").size(); k++) {
      keys.add(key(root.path("blocking").path(k), "/blocking/" + k, fields));
    }
    JsonNode threshold = root.path("threshold");
    return new LinkageDeclaration(
        fields,
        keys,
        threshold.isNumber() ? OptionalDouble.of(threshold.asDouble()) : OptionalDouble.empty());
  }

  private List<Level> levels(JsonNode nodes, String place) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      String at = place + "/" + i;
      Measure measure = Measure.find(node.path("measure").asText()).orElseThrow();
      String bound = measure.isDistance() ? "at-most" : "at-least";
      boolean equal = measure == Measure.EQUAL;
      if ((i == 0) != equal) {
        problems.add(
            yaml.problem(
                at, "equal-first", measure.id(), "The first level, and no other, is 'equal'"));
      }
      if (!equal && !node.has(bound)) {
        problems.add(
            yaml.problem(at, "bound-missing", measure.id(), "The level needs '" + bound + "'"));
      }
      Optional<String> with =
          node.has("with") ? Optional.of(node.path("with").asText()) : Optional.empty();
      if (measure.needsSecondColumn() != with.isPresent()) {
        problems.add(
            yaml.problem(
                at,
                "second-column",
                measure.id(),
                measure.needsSecondColumn()
                    ? "The measure needs a second column in 'with'"
                    : "The measure has no second column"));
      }
      with.ifPresent(column -> requireField(at + "/with", column));
      levels.add(new Level(measure, equal ? 1 : node.path(bound).asDouble(), with));
    }
    return levels;
  }

  private BlockingKey key(JsonNode nodes, String place, List<FieldDeclaration> fields) {
    if (nodes.asText().equals(ALL)) {
      return BlockingKey.ALL;
    }
    List<KeyPart> parts = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      String column = node.path("column").asText();
      if (fields.stream().noneMatch(f -> f.column().equals(column))) {
        notCompared(place + "/" + i + "/column", column);
      }
      KeyForm form = KeyForm.find(node.path("form").asText("whole")).orElseThrow();
      parts.add(new KeyPart(column, form));
    }
    return new BlockingKey(parts);
  }

  private void requireColumn(String place, String column) {
    if (!columns.contains(column)) {
      problems.add(
          yaml.problem(
              place,
              "unknown-column",
              column,
              "The data have no column '" + column + "'" + NearestName.hint(column, columns)));
    }
  }

  private void requireField(String place, String column) {
    for (JsonNode field : yaml.root().path("fields")) {
      if (field.path("column").asText().equals(column)) {
        return;
      }
    }
    notCompared(place, column);
  }

  private void notCompared(String place, String column) {
    problems.add(
        yaml.problem(
            place, "not-a-field", column, "'" + column + "' must be one of the fields too"));
  }

  /**
   * The declaration as YAML that reads back as the same declaration.
   *
   * @param inputs how the inputs' own columns are called; empty when all call them alike
   */
  public static String write(LinkageDeclaration declaration, List<InputColumns> inputs) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (!inputs.isEmpty()) {
      ArrayNode list = root.putArray("inputs");
      inputs.forEach(input -> write(list.addObject(), input));
    }
    ArrayNode fields = root.putArray("fields");
    for (FieldDeclaration field : declaration.fields()) {
      ObjectNode node = fields.addObject();
      node.put("column", field.column()).put("kind", field.kind().id());
      ArrayNode levels = node.putArray("levels");
      for (Level level : field.levels()) {
        ObjectNode written = levels.addObject().put("measure", level.measure().id());
        if (level.measure() != Measure.EQUAL) {
          written.put(level.measure().isDistance() ? "at-most" : "at-least", level.bound());
        }
        level.with().ifPresent(with -> written.put("with", with));
      }
    }
    if (!declaration.blocking().isEmpty()) {
      ArrayNode keys = root.putArray("blocking");
      declaration.blocking().forEach(key -> write(keys, key));
    }
    if (declaration.threshold().isPresent()) {
      root.put("threshold", declaration.threshold().getAsDouble());
    }
    return YamlWriter.write(root);
  }

  private static void write(ObjectNode node, InputColumns input) {
    node.put("source", input.source());
    input.id().ifPresent(id -> node.put("id", id));
    ObjectNode columns = node.putObject("columns");
    input.columns().forEach(columns::put);
  }

  private static void write(ArrayNode keys, BlockingKey key) {
    if (key.parts().isEmpty()) {
      keys.add(ALL);
      return;
    }
    ArrayNode parts = keys.addArray();
    for (KeyPart part : key.parts()) {
      ObjectNode node = parts.addObject().put("column", part.column());
      if (part.form() != KeyForm.WHOLE) {
        node.put("form", part.form().id());
      }
    }
  }
}
