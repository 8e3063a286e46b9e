package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.Values;

/**
 * How much data a unit has; a row of {@code availability.csv}.
 *
 * <p>Source: COINr 1.1.14, {@code get_data_avail}.
 *
 * @param unit the unit's code
 * @param missing indicators without a value
 * @param zero indicators whose value is zero
 * @param availability share of the indicators that have a value, 0..1
 * @param nonZero share of these values that are not zero, 0..1; 0 where there is none
 * @param byNode share of the indicators below each node with children that have a value, 0..1
 */
public record UnitAvailability(
    String unit,
    int missing,
    int zero,
    double availability,
    double nonZero,
    Map<String, Double> byNode) {

  /** Of every unit. */
  public static List<UnitAvailability> of(AuditedPeriod period) {
    List<AuditedPeriod.Variable> raw = period.tree().leaves().stream().map(period::raw).toList();
    List<UnitAvailability> units = new ArrayList<>();
    for (int unit = 0; unit < period.units(); unit++) {
      boolean[] present = new boolean[raw.size()];
      int zero = 0;
      for (int j = 0; j < present.length; j++) {
        present[j] = raw.get(j).present()[unit];
        zero += present[j] && raw.get(j).values()[unit] == 0 ? 1 : 0;
      }
      int available = Values.count(present);
      units.add(
          new UnitAvailability(
              period.unit(unit),
              present.length - available,
              zero,
              (double) available / present.length,
              available == 0 ? 0 : 1 - (double) zero / available,
              byNode(period, present)));
    }
    return units;
  }

  private static Map<String, Double> byNode(AuditedPeriod period, boolean[] present) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (TreeNode node : period.groups()) {
      List<TreeNode> leaves = period.leaves(node);
      long available = leaves.stream().filter(leaf -> present[leaf.leaf()]).count();
      shares.put(node.code(), (double) available / leaves.size());
    }
    return shares;
  }
}
