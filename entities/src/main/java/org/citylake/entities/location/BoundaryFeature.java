package org.citylake.entities.location;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * A feature of a boundary file that has an area.
 *
 * @param number among the file's features, from 1
 * @param line where it begins in the file, from 1
 * @param id the feature's own id; empty when it has none
 * @param properties texts, numbers and truth values as text, in the file's order
 * @param polygons whose union is the area
 */
public record BoundaryFeature(
    int number,
    int line,
    Optional<String> id,
    Map<String, String> properties,
    List<BoundaryPolygon> polygons) {
  public BoundaryFeature {
    properties = OrderedMap.copyOf(properties);
    polygons = List.copyOf(polygons);
  }

  /** How messages name it. */
  String shown() {
    return "Feature " + number + id.map(text -> " (id " + text + ")").orElse("");
  }
}
