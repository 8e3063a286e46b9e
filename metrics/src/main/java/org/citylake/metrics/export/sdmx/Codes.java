package org.citylake.metrics.export.sdmx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The values of a component that rows have, in the order of the alphabet, and their places.
 *
 * @param values the values
 * @param places place of each value, from 0
 */
record Codes(List<String> values, Map<String, Integer> places) {

  /** The codes of each component that is no plain value, by its id. */
  static Map<String, Codes> of(SdmxTable table) {
    Map<String, TreeSet<String>> found = new HashMap<>();
    List<Component> components = new ArrayList<>(table.dimensions());
    components.addAll(table.attributes());
    components.removeIf(c -> c.kind() == Component.Kind.PLAIN);
    components.forEach(c -> found.put(c.id(), new TreeSet<>()));
    for (Map<String, ?> row : table.table().rows()) {
      for (Component component : components) {
        String text = component.text(row);
        if (!text.isEmpty()) {
          found.getOrDefault(component.id(), new TreeSet<>()).add(text);
        }
      }
    }
    Map<String, Codes> codes = new HashMap<>();
    found.forEach((id, values) -> codes.put(id, of(List.copyOf(values))));
    return Collections.unmodifiableMap(codes);
  }

  private static Codes of(List<String> values) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      places.put(values.get(i), i);
    }
    return new Codes(values, places);
  }
}
