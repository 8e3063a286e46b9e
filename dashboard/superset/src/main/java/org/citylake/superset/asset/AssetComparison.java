package org.citylake.superset.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.json.Json;

/**
 * Compares an asset with what a Superset exported of it. What the Superset adds of its own (numbers
 * of this Superset, defaults of its version) is no difference; what is declared must be there.
 * Columns and metrics are compared by name, other lists item by item.
 */
public final class AssetComparison {
  /** Given anew at each import, or never exported as it was given. */
  private static final Set<String> SERVERS_OWN =
      Set.of("query_context", "datasource", "chartId", "version", "password", "external_url");

  private static final List<String> NAMES = List.of("column_name", "metric_name");

  private final List<FieldDifference> found = new ArrayList<>();

  private AssetComparison() {}

  /** The differences, in the order of the declared fields; empty when there is none. */
  public static List<FieldDifference> of(Asset declared, Asset there) {
    AssetComparison comparison = new AssetComparison();
    comparison.compare("", declared.content(), there.content());
    return List.copyOf(comparison.found);
  }

  private void compare(String field, JsonNode declared, JsonNode there) {
    if (declared.isObject() && there.isObject()) {
      declared
          .fields()
          .forEachRemaining(
              e -> {
                if (!SERVERS_OWN.contains(e.getKey())) {
                  compare(child(field, e.getKey()), e.getValue(), there.path(e.getKey()));
                }
              });
    } else if (declared.isArray() && there.isArray() && named(declared, there)) {
      Map<String, JsonNode> ours = byName(declared);
      Map<String, JsonNode> theirs = byName(there);
      Set<String> names = new TreeSet<>(ours.keySet());
      names.addAll(theirs.keySet());
      for (String name : names) {
        JsonNode our = ours.get(name);
        JsonNode their = theirs.get(name);
        if (our == null || their == null) {
          differ(child(field, name), text(their), text(our));
        } else {
          compare(child(field, name), our, their);
        }
      }
    } else if (declared.isArray() && there.isArray() && declared.size() == there.size()) {
      for (int i = 0; i < declared.size(); i++) {
        compare(child(field, String.valueOf(i)), declared.path(i), there.path(i));
      }
    } else if (!text(declared).equals(text(there))) {
      differ(field, text(there), text(declared));
    }
  }

  private void differ(String field, String there, String declared) {
    found.add(new FieldDifference(field, there, declared));
  }

  private static boolean named(JsonNode declared, JsonNode there) {
    JsonNode first = declared.isEmpty() ? there.path(0) : declared.path(0);
    return NAMES.stream().anyMatch(first::has);
  }

  private static Map<String, JsonNode> byName(JsonNode list) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    list.forEach(
        item ->
            NAMES.stream()
                .map(item::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(name -> items.put(name.asText(), item)));
    return items;
  }

  private static String child(String field, String name) {
    return field.isEmpty() ? name : field + "." + name;
  }

  /** Nothing and null are the same to Superset. */
  private static String text(@org.jspecify.annotations.Nullable JsonNode node) {
    return node == null || node.isMissingNode() || node.isNull() ? "" : Json.line(node);
  }
}
