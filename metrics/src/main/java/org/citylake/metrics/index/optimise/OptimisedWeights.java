package org.citylake.metrics.index.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.DrawnWeights;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.PanelStages;
import org.citylake.metrics.index.PreparedEdition;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.weighting.ImportanceShares;
import org.citylake.metrics.statistics.weighting.WeightOptimisation;

/**
 * The weights of a level by which each of its nodes obtains the share of importance that it is
 * meant to have, as near as can be; the importance of a node is its correlation with the index, as
 * a share of all. Units that lack one of the scores are left out.
 *
 * <p>Source: Becker, Saisana, Paruolo, Vandecasteele, Ecological Indicators 80 (2017); COINr
 * 1.1.14, {@code get_opt_weights}.
 *
 * @param nodes the level's nodes, in the order of the tree
 * @param objective mean squared difference between target and obtained shares that is left
 * @param objectiveBefore the same by the edition's own weights
 */
public record OptimisedWeights(
    List<NodeImportance> nodes, double objective, double objectiveBefore) {
  public OptimisedWeights {
    nodes = List.copyOf(nodes);
  }

  /**
   * A node of the level.
   *
   * @param node its code
   * @param target share of importance that it is meant to have, 0..1
   * @param before share that it has by the edition's own weights
   * @param obtained share that it has by the new ones
   * @param weight the new weight; those of the level sum to 1
   */
  public record NodeImportance(
      String node, double target, double before, double obtained, double weight) {}

  /**
   * Optimises the weights of a level.
   *
   * @param level 1 stands below the root
   * @param targets by node; only their proportions count; none for equal shares
   * @throws CityLakeException of kind USER when the level has fewer than two nodes, of kind DATA
   *     when a node has no target or a target no node, or when the importances are not defined
   */
  public static OptimisedWeights of(
      IndexResult result, Block block, int level, Map<String, Double> targets) {
    List<TreeNode> nodes =
        result.compiled().tree().nodes().stream().filter(n -> n.level() == level).toList();
    if (level < 1 || nodes.size() < 2) {
      throw new CityLakeException(
          Kind.USER, "Cannot optimise level " + level + ": it needs at least two nodes");
    }
    double[] target = targets(nodes, targets);
    Problems problems = new Problems();
    Optional<PreparedEdition> prepared =
        new PanelStages(result.panel()).prepare(result.compiled(), problems);
    problems.throwIfAny("Cannot optimise the weights");
    Importance importance = new Importance(prepared.orElseThrow(), nodes, result, block);
    try {
      double[] before = importance.of(DrawnWeights.NOMINAL);
      WeightOptimisation found = WeightOptimisation.of(target, importance::of);
      List<NodeImportance> list = new ArrayList<>();
      double squares = 0;
      for (int j = 0; j < target.length; j++) {
        squares += (target[j] - before[j]) * (target[j] - before[j]);
        list.add(
            new NodeImportance(
                nodes.get(j).code(),
                target[j],
                before[j],
                found.obtained()[j],
                found.weights()[j]));
      }
      return new OptimisedWeights(list, found.objective(), squares / target.length);
    } catch (UndefinedStatisticException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot optimise the weights [" + e.rule() + "]: " + e.getMessage(), e);
    }
  }

  private static double[] targets(List<TreeNode> nodes, Map<String, Double> given) {
    Problems problems = new Problems();
    double[] targets = new double[nodes.size()];
    double sum = 0;
    for (int j = 0; j < targets.length; j++) {
      String code = nodes.get(j).code();
      Double target = given.isEmpty() ? Double.valueOf(1) : given.get(code);
      if (target == null || !(target > 0 && Double.isFinite(target))) {
        problems.add(
            "targets",
            0,
            "target",
            code + ": " + target,
            "Every node of the level needs a target" + " above zero");
      } else {
        targets[j] = target;
        sum += target;
      }
    }
    List<String> codes = nodes.stream().map(TreeNode::code).toList();
    given.keySet().stream()
        .filter(code -> !codes.contains(code))
        .sorted()
        .forEach(
            code -> problems.add("targets", 0, "unknown-node", code, "The level has no such node"));
    problems.throwIfAny("Cannot optimise the weights");
    for (int j = 0; j < targets.length; j++) {
      targets[j] /= sum;
    }
    return targets;
  }

  /** Computes the shares that weights obtain. */
  private static final class Importance {
    private final PreparedEdition prepared;
    private final List<TreeNode> nodes;
    private final int[] rows;
    private final double[][] parts;

    Importance(PreparedEdition prepared, List<TreeNode> nodes, IndexResult result, Block block) {
      this.prepared = prepared;
      this.nodes = nodes;
      // The scores of the level's nodes do not hang on their own weights.
      List<Column> columns = new ArrayList<>(nodes.stream().map(result::scores).toList());
      columns.add(result.scores(result.compiled().tree().root()));
      rows =
          java.util.Arrays.stream(block.rows())
              .filter(row -> columns.stream().allMatch(column -> column.has(row)))
              .toArray();
      parts = new double[rows.length][nodes.size()];
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < nodes.size(); j++) {
          parts[i][j] = columns.get(j).value(rows[i]);
        }
      }
      if (rows.length < 3) {
        throw new CityLakeException(
            Kind.DATA, "Cannot optimise the weights: fewer than three units have all scores");
      }
    }

    double[] of(double[] weights) {
      Map<String, Double> byNode = new HashMap<>();
      for (int j = 0; j < weights.length; j++) {
        byNode.put(nodes.get(j).code(), weights[j]);
      }
      return of(DrawnWeights.of(prepared.compiled().tree(), byNode));
    }

    double[] of(DrawnWeights weights) {
      Problems problems = new Problems();
      Column index =
          prepared
              .findScores(weights, problems)
              .orElseThrow(
                  () ->
                      new UndefinedStatisticException(
                          UndefinedStatisticException.OUT_OF_DOMAIN,
                          problems.all().get(0).toString()));
      return ImportanceShares.of(parts, index.valuesOf(rows), ImportanceShares.Measure.CORRELATION);
    }
  }
}
