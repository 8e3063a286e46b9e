package org.citylake.metrics.index.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.Correlation;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Two results beside each other, unit by unit: two editions on a panel, or an edition in two
 * periods.
 *
 * @param units those of either result, by code
 * @param spearman correlation of the scores' order; empty where it is not defined
 * @param kendall tau-b of the scores' order; empty where it is not defined
 * @param differences what differs in the declarations
 */
public record ResultComparison(
    List<ComparedUnit> units,
    Optional<Correlation> spearman,
    Optional<Correlation> kendall,
    List<EditionDifference> differences) {
  public ResultComparison {
    units = List.copyOf(units);
    differences = List.copyOf(differences);
  }

  /**
   * Compares the roots of two results.
   *
   * @param blockBefore the period of the first result
   * @param blockAfter the period of the second
   */
  public static ResultComparison of(
      IndexResult before, Block blockBefore, IndexResult after, Block blockAfter) {
    Map<String, NodeScore> first = roots(before, blockBefore);
    Map<String, NodeScore> second = roots(after, blockAfter);
    TreeSet<String> codes = new TreeSet<>(first.keySet());
    codes.addAll(second.keySet());
    List<ComparedUnit> units = new ArrayList<>();
    for (String code : codes) {
      @Nullable NodeScore a = first.get(code);
      @Nullable NodeScore b = second.get(code);
      units.add(
          ComparedUnit.of(
              code,
              a == null ? null : a.score(),
              b == null ? null : b.score(),
              a == null ? null : a.rank(),
              b == null ? null : b.rank()));
    }
    return new ResultComparison(
        units,
        correlate(units, CorrelationMethod.SPEARMAN),
        correlate(units, CorrelationMethod.KENDALL),
        EditionDifference.between(before.compiled().edition(), after.compiled().edition()));
  }

  private static Map<String, NodeScore> roots(IndexResult result, Block block) {
    Map<String, NodeScore> roots = new HashMap<>();
    result
        .scores()
        .filter(score -> score.level() == 0 && score.timePeriod().equals(block.period()))
        .forEach(score -> roots.put(score.unit(), score));
    return roots;
  }

  private static Optional<Correlation> correlate(
      List<ComparedUnit> units, CorrelationMethod method) {
    double[] before = new double[units.size()];
    double[] after = new double[units.size()];
    boolean[] both = new boolean[units.size()];
    for (int i = 0; i < both.length; i++) {
      Double a = units.get(i).scoreBefore();
      Double b = units.get(i).scoreAfter();
      both[i] = a != null && b != null;
      before[i] = a == null ? 0 : a;
      after[i] = b == null ? 0 : b;
    }
    if (Values.count(both) < 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(Correlation.of(method, before, both, after, both));
    } catch (UndefinedStatisticException constant) {
      return Optional.empty();
    }
  }

  /** The units that moved most places, the farthest first; those that did not move are left out. */
  public List<ComparedUnit> largestMovers(int count) {
    return units.stream()
        .filter(unit -> unit.places() > 0)
        .sorted(Comparator.comparingInt(ComparedUnit::places).reversed())
        .limit(count)
        .toList();
  }
}
