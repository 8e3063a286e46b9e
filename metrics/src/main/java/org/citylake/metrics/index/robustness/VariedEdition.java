package org.citylake.metrics.index.robustness;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDocument;
import org.citylake.core.declaration.EditionFolder;
import org.citylake.core.json.Json;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/**
 * An edition of which parts can be exchanged.
 *
 * @param edition the edition as it is
 * @param document the content of its index.yaml
 */
public record VariedEdition(EditionDeclaration edition, JsonNode document) {

  /** An edition that stands in a folder. */
  public static VariedEdition load(EditionDeclaration edition) {
    return new VariedEdition(edition, EditionFolder.loadDocument(edition));
  }

  /** The edition that a document declares. */
  public static VariedEdition of(JsonNode document, String file) {
    return new VariedEdition(
        EditionDocument.edition(document, file, java.nio.file.Path.of(""), ""), document);
  }

  /**
   * The edition with other values at some places.
   *
   * @param values JSON pointer to plain Java value; the pointer's parent has to exist
   */
  public EditionDeclaration with(Map<String, Object> values) {
    boolean stepsOnly =
        values.keySet().stream().noneMatch(at -> at.startsWith("/tree") || at.startsWith("/peer"));
    return stepsOnly
        ? EditionDocument.withSteps(edition, changed(values))
        : EditionDocument.edition(
            changed(values), edition.file(), edition.folder(), edition.contentHash());
  }

  /** Whether a value can stand at the place: there is a mapping or a list to hold it. */
  boolean hasPlace(String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = document.at(place.head());
    return parent.isObject() || (parent.isArray() && parent.has(place.last().getMatchingIndex()));
  }

  /** Adds what the schema of editions has against the values to the problems. */
  void check(Map<String, Object> values, Problems problems) {
    DeclarationSchema.named("index")
        .check(new YamlFile(edition.file(), changed(values), Map.of()), problems);
  }

  private JsonNode changed(Map<String, Object> values) {
    ObjectNode copy = Json.mapper().createObjectNode();
    document.fields().forEachRemaining(field -> copy.set(field.getKey(), field.getValue()));
    // In the order of pointers, so that a value inside another one that is exchanged stays.
    Map<String, Object> ordered = new TreeMap<>(values);
    for (String pointer : ordered.keySet()) {
      String key = JsonPointer.compile(pointer).getMatchingProperty();
      if (copy.path(key) == document.path(key)) {
        copy.set(key, document.path(key).deepCopy());
      }
    }
    ordered.forEach((pointer, value) -> set(copy, JsonPointer.compile(pointer), value));
    return copy;
  }

  private static void set(JsonNode copy, JsonPointer place, Object value) {
    JsonNode node = Json.mapper().valueToTree(value);
    JsonNode parent = copy.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), node);
    } else if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), node);
    } else {
      throw new IllegalArgumentException("the edition has no place for " + place);
    }
  }
}
