package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.CronbachAlpha;
import org.citylake.metrics.statistics.multivariate.PrincipalComponents;

/**
 * Whether the children of a node measure one thing: Cronbach's alpha, and the principal components
 * of their standardised scores. Units that lack one of the children are left out.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4; COINr 1.1.14,
 * {@code get_cronbach}, {@code get_PCA}.
 *
 * @param node the node's code
 * @param level its level, 0 for the root
 * @param units how many units have all children
 * @param alpha Cronbach's alpha, at most 1; empty where it is not defined
 * @param components the components; empty where they are not defined
 * @param children the children's codes, in the order of the loadings
 * @param undefined rule that says why something is not defined, by {@code alpha} or {@code
 *     components}
 */
public record GroupCoherence(
    String node,
    int level,
    int units,
    Optional<Double> alpha,
    Optional<PrincipalComponents> components,
    List<String> children,
    Map<String, String> undefined) {
  private static final int LEAST_UNITS = 3;

  /** Of every node with at least two children, in the order of the tree. */
  public static List<GroupCoherence> of(AuditedPeriod period) {
    List<GroupCoherence> groups = new ArrayList<>();
    for (TreeNode group : period.groups()) {
      List<TreeNode> children =
          period.tree().nodes().stream().filter(n -> n.parent() == group.place()).toList();
      if (children.size() > 1) {
        groups.add(of(period, group, children));
      }
    }
    return groups;
  }

  private static GroupCoherence of(AuditedPeriod period, TreeNode group, List<TreeNode> children) {
    double[][] values = period.values(children);
    boolean[][] present = period.present(children);
    double[][] complete = Values.completeRows(values, present);
    Map<String, String> undefined = new LinkedHashMap<>();
    return new GroupCoherence(
        group.code(),
        group.level(),
        complete.length,
        alpha(values, present, undefined),
        components(complete, undefined),
        children.stream().map(TreeNode::code).toList(),
        undefined);
  }

  private static Optional<Double> alpha(
      double[][] values, boolean[][] present, Map<String, String> undefined) {
    try {
      return Optional.of(CronbachAlpha.of(values, present));
    } catch (UndefinedStatisticException e) {
      undefined.put("alpha", e.rule());
      return Optional.empty();
    }
  }

  private static Optional<PrincipalComponents> components(
      double[][] complete, Map<String, String> undefined) {
    if (complete.length < LEAST_UNITS) {
      undefined.put("components", UndefinedStatisticException.TOO_FEW_VALUES);
      return Optional.empty();
    }
    for (int j = 0; j < complete[0].length; j++) {
      double[] column = Values.column(complete, j);
      if (Arrays.stream(column).allMatch(value -> value == column[0])) {
        undefined.put("components", UndefinedStatisticException.CONSTANT_COLUMN);
        return Optional.empty();
      }
    }
    return Optional.of(PrincipalComponents.of(complete));
  }
}
