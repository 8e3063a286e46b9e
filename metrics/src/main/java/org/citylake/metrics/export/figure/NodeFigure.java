package org.citylake.metrics.export.figure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit's published score at one node.
 *
 * @param score null when unscored
 * @param weight effective weight of the node in the root, 0..1
 * @param available share of the node's weight that has data, 0..1
 * @param rank within the peer group, 1 is best; null when not ranked
 * @param group name of the peer group; empty without one
 * @param reason why unscored or unranked; empty otherwise
 */
public record NodeFigure(
    @Nullable Double score,
    double weight,
    double available,
    @Nullable Integer rank,
    String group,
    String reason) {
  static NodeFigure of(Map<String, ?> row) {
    return new NodeFigure(
        (Double) row.get("score"),
        number(row, "weight"),
        number(row, "weight_available"),
        (Integer) row.get("rank"),
        text(row, "peer_group"),
        text(row, "reason"));
  }

  private static double number(Map<String, ?> row, String column) {
    return row.get(column) instanceof Double number ? number : 0;
  }

  private static String text(Map<String, ?> row, String column) {
    return row.get(column) instanceof String text ? text : "";
  }
}
