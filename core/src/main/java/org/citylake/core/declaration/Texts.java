package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.json.Json;

/** Texts, lists and maps of a tree whose schema has been checked. */
final class Texts {
  private Texts() {}

  /** A list's elements, or a single value as a list of one; nothing when absent. */
  static List<String> list(JsonNode node) {
    List<String> list = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> list.add(n.asText()));
    } else if (node.isValueNode() && !node.isNull()) {
      list.add(node.asText());
    }
    return list;
  }

  static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new LinkedHashMap<>();
    node.fields().forEachRemaining(e -> map.put(e.getKey(), e.getValue().asText()));
    return map;
  }

  /** Plain Java values, nulls left out. */
  static Map<String, Object> values(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            e -> {
              if (!e.getValue().isNull()) {
                map.put(e.getKey(), Json.mapper().convertValue(e.getValue(), Object.class));
              }
            });
    return map;
  }

  static Optional<String> text(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node.asText());
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
