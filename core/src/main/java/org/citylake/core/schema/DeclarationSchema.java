package org.citylake.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citylake.core.json.Json;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * One JSON Schema of {@code docs/reference/schemas} (draft 2020-12), or the Open Data Contract
 * Standard's own of v3.1.0.
 */
public final class DeclarationSchema {
  private static final Map<String, DeclarationSchema> LOADED = new ConcurrentHashMap<>();

  private final JsonNode tree;
  private final Schema schema;

  private DeclarationSchema(String resource) {
    try (InputStream in = DeclarationSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no schema " + resource + " on the class path");
      }
      tree = Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config))
            .getSchema(tree);
  }

  /** The schema {@code NAME.schema.json}, such as {@code indicator}. */
  public static DeclarationSchema named(String name) {
    return LOADED.computeIfAbsent(name + ".schema.json", DeclarationSchema::new);
  }

  /** The Open Data Contract Standard's schema of v3.1.0. */
  public static DeclarationSchema odcs() {
    return LOADED.computeIfAbsent("odcs-json-schema-v3.1.0.json", DeclarationSchema::new);
  }

  /**
   * Adds all that breaks the schema to the problems.
   *
   * @return whether nothing did
   */
  public boolean check(YamlFile yaml, Problems problems) {
    List<Error> errors = schema.validate(yaml.root());
    errors.stream()
        .map(e -> problem(yaml, e))
        .distinct()
        .sorted(java.util.Comparator.comparingInt(Problem::line))
        .forEach(problems::add);
    return errors.isEmpty();
  }

  private Problem problem(YamlFile yaml, Error error) {
    String place = error.getInstanceLocation().toString();
    String value = text(yaml.root().at(place));
    String key = place.substring(place.lastIndexOf('/') + 1);
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" -> {
        String unknown = error.getProperty();
        List<String> known = knownKeys(error);
        String hint = NearestName.hint(unknown, known);
        yield yaml.problem(
            YamlFile.child(place, unknown),
            "unknown-key",
            unknown,
            "Unknown key '"
                + unknown
                + "'"
                + (hint.isEmpty() ? "; known here are " + String.join(", ", known) : hint));
      }
      case "required" ->
          yaml.problem(
              place,
              "missing-key",
              error.getProperty(),
              "The key '" + error.getProperty() + "' is missing");
      case "type" ->
          yaml.problem(
              place,
              "wrong-type",
              value,
              "'" + key + "' must be " + typeName(keyword(error)) + typeHint(error));
      case "enum", "const" -> {
        List<String> allowed = allowed(keyword(error));
        yield yaml.problem(
            place,
            "not-allowed",
            value,
            "'"
                + key
                + "' must be one of "
                + String.join(", ", allowed)
                + NearestName.hint(value, allowed));
      }
      case "pattern" ->
          yaml.problem(
              place, "wrong-form", value, "'" + key + "' must match " + keyword(error).asText());
      case "minLength" ->
          yaml.problem(place, "empty-text", value, "'" + key + "' must not be empty");
      default ->
          yaml.problem(place, "schema", value, "'" + key + "' is wrong: " + error.getMessage());
    };
  }

  /** The schema's own value of the keyword that failed. */
  private JsonNode keyword(Error error) {
    return tree.at(error.getSchemaLocation().getFragment().toString());
  }

  private List<String> knownKeys(Error error) {
    String location = error.getSchemaLocation().getFragment().toString();
    JsonNode object = tree.at(location.substring(0, location.lastIndexOf('/')));
    List<String> keys = new ArrayList<>();
    object.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> allowed(JsonNode keyword) {
    List<String> allowed = new ArrayList<>();
    if (keyword.isArray()) {
      keyword.forEach(k -> allowed.add(k.asText()));
    } else {
      allowed.add(keyword.asText());
    }
    return allowed;
  }

  private static String typeName(JsonNode type) {
    return switch (type.asText()) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> type.toString();
    };
  }

  private String typeHint(Error error) {
    JsonNode instance = error.getInstanceNode();
    return keyword(error).asText().equals("string") && instance != null && instance.isNumber()
        ? "; put it in quotation marks"
        : "";
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "";
    }
    String text = node.isValueNode() ? node.asText() : node.toString();
    return text.length() > 80 ? text.substring(0, 77) + "..." : text;
  }
}
