package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the units of one period within their peer groups, at every node: 1 is best, ties share the
 * lower number ("1224" ranking). Where fewer units of a group are scored than the edition asks for,
 * nobody is ranked. A unit that is in no group is not ranked.
 */
final class Ranking {
  private Ranking() {}

  /** The same scores in the same order, with peer group and rank. */
  static List<NodeScore> rank(EditionDeclaration edition, List<NodeScore> scores) {
    Map<String, String> groups = new HashMap<>();
    edition.peerGroups().forEach((group, units) -> units.forEach(u -> groups.put(u, group)));
    Map<List<String>, List<Double>> fields = new HashMap<>();
    for (NodeScore score : scores) {
      String group = groups.get(score.unit());
      Double value = score.score();
      if (group != null && value != null) {
        fields.computeIfAbsent(List.of(group, score.node()), k -> new ArrayList<>()).add(value);
      }
    }
    // Sorted, so that a place is found in the logarithm of the field's size.
    fields.values().forEach(field -> field.sort(null));
    List<NodeScore> ranked = new ArrayList<>(scores.size());
    for (NodeScore score : scores) {
      String group = groups.get(score.unit());
      List<Double> field =
          group == null ? List.of() : fields.getOrDefault(List.of(group, score.node()), List.of());
      ranked.add(ranked(edition, score, group, field));
    }
    return ranked;
  }

  private static NodeScore ranked(
      EditionDeclaration edition, NodeScore score, @Nullable String group, List<Double> field) {
    Double value = score.score();
    Integer rank = null;
    String reason = score.reason();
    if (value != null) {
      String unranked = null;
      if (group == null) {
        unranked = "unranked: in no peer group";
      } else if (field.size() < edition.minimumUnits()) {
        unranked =
            "unranked: "
                + field.size()
                + " of at least "
                + edition.minimumUnits()
                + " scored units";
      } else {
        rank = 1 + above(field, value);
      }
      if (unranked != null) {
        reason = reason == null ? unranked : reason + "; " + unranked;
      }
    }
    return new NodeScore(
        score.edition(),
        score.unit(),
        score.timePeriod(),
        score.node(),
        score.level(),
        value,
        score.weight(),
        score.weightAvailable(),
        rank,
        group,
        score.status(),
        reason,
        score.model());
  }

  /** How many of an ascending field are above the value. */
  private static int above(List<Double> field, double value) {
    int low = 0;
    int high = field.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (field.get(middle) > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return field.size() - low;
  }
}
