package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.DrawnWeights;
import org.citylake.metrics.index.PanelStages;
import org.citylake.metrics.index.PreparedEdition;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.jspecify.annotations.Nullable;

/**
 * What leaving a node out (its weight 0) does to the scores and ranks of the root. A node that is
 * the only child of its parent takes the parent with it.
 *
 * <p>Source: COINr 1.1.14, {@code remove_elements}.
 *
 * @param node the node that is left out
 * @param level its level
 * @param scores of each unit without it; null where a unit is unscored
 * @param ranks of each unit without it; 0 where one is not ranked
 * @param meanRankChange mean absolute change of rank, over the units that are ranked in both; null
 *     where there is none
 * @param largestRankChange the largest absolute change, at least 0
 * @param failure the rule that keeps the others from being scored; empty mostly
 */
public record LeaveOneOut(
    String node,
    int level,
    List<@Nullable Double> scores,
    List<Integer> ranks,
    @Nullable Double meanRankChange,
    int largestRankChange,
    Optional<String> failure) {

  /** Of every node below the root, in the order of the tree. */
  public static List<LeaveOneOut> of(AuditedPeriod period) {
    Problems problems = new Problems();
    Optional<PreparedEdition> found =
        new PanelStages(period.result().panel()).prepare(period.result().compiled(), problems);
    problems.throwIfAny("Cannot leave nodes out");
    PreparedEdition prepared = found.orElseThrow();
    int[] nominal = prepared.ranks(period.result().scores(period.tree().root()));
    return period.tree().nodes().stream()
        .filter(node -> node.level() > 0)
        .filter(node -> removable(period, node).level() > 0)
        .map(node -> without(period, prepared, node, nominal))
        .toList();
  }

  /** The node itself, or the highest one that has nothing else below it. */
  private static TreeNode removable(AuditedPeriod period, TreeNode node) {
    TreeNode removed = node;
    while (removed.parent() >= 0
        && period.tree().nodes().get(removed.parent()).children().size() == 1) {
      removed = period.tree().nodes().get(removed.parent());
    }
    return removed;
  }

  private static LeaveOneOut without(
      AuditedPeriod period, PreparedEdition prepared, TreeNode node, int[] nominal) {
    double[] factors = new double[period.tree().nodes().size()];
    Arrays.fill(factors, 1);
    factors[removable(period, node).place()] = 0;
    Problems problems = new Problems();
    Optional<Column> scores = prepared.findScores(DrawnWeights.times(factors), problems);
    if (scores.isEmpty()) {
      return new LeaveOneOut(
          node.code(),
          node.level(),
          List.of(),
          List.of(),
          null,
          0,
          Optional.of(problems.all().get(0).rule()));
    }
    return compare(period, node, scores.get(), prepared.ranks(scores.get()), nominal);
  }

  private static LeaveOneOut compare(
      AuditedPeriod period, TreeNode node, Column scores, int[] ranks, int[] nominal) {
    List<@Nullable Double> found = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int compared = 0;
    int largest = 0;
    long sum = 0;
    for (int row = period.block().from(); row < period.block().to(); row++) {
      found.add(scores.has(row) ? scores.value(row) : null);
      places.add(ranks[row]);
      if (ranks[row] > 0 && nominal[row] > 0) {
        int change = Math.abs(ranks[row] - nominal[row]);
        largest = Math.max(largest, change);
        sum += change;
        compared++;
      }
    }
    return new LeaveOneOut(
        node.code(),
        node.level(),
        java.util.Collections.unmodifiableList(found),
        List.copyOf(places),
        compared == 0 ? null : (double) sum / compared,
        largest,
        Optional.empty());
  }
}
