package org.citylake.metrics.index.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.Values;
import org.citylake.metrics.statistics.correlation.Correlation;
import org.citylake.metrics.statistics.correlation.CorrelationMethod;

/**
 * How two variables go together over the units that have both; a row of {@code correlations.csv}.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 4; COINr 1.1.14,
 * {@code get_corr}, {@code get_corr_flags}, {@code get_denom_corr}.
 *
 * @param kind what is compared
 * @param first code of the one
 * @param second code of the other: of the higher node in a family
 * @param correlation coefficient, p-value, number of pairs; empty where it is not defined
 */
public record PairCorrelation(
    Kind kind, String first, String second, Optional<Correlation> correlation) {

  /** What is compared. */
  public enum Kind {
    /** Two indicators in the common scale. */
    INDICATORS,
    /** Two nodes with the same parent. */
    SIBLINGS,
    /** A node and one above it. */
    FAMILY,
    /** An indicator as the panel has it, before it is divided, and a denominator. */
    DENOMINATOR
  }

  /** Whether the two go together (or against each other) at least so strongly. */
  public boolean isAtLeast(double threshold) {
    return correlation.filter(c -> Math.abs(c.coefficient()) >= threshold).isPresent();
  }

  /** Whether unrelated variables would seldom give as strong a one. */
  public boolean isSignificant(double level) {
    return correlation.filter(c -> c.pValue() < level).isPresent();
  }

  /** Of every two indicators, each pair once. */
  public static List<PairCorrelation> ofIndicators(AuditedPeriod period, CorrelationMethod method) {
    return pairs(period, method, Kind.INDICATORS, period.tree().leaves());
  }

  /** Of every two children of each node, each pair once. */
  public static List<PairCorrelation> ofSiblings(AuditedPeriod period, CorrelationMethod method) {
    List<PairCorrelation> found = new ArrayList<>();
    for (TreeNode group : period.groups()) {
      List<TreeNode> children =
          period.tree().nodes().stream().filter(n -> n.parent() == group.place()).toList();
      found.addAll(pairs(period, method, Kind.SIBLINGS, children));
    }
    return found;
  }

  private static List<PairCorrelation> pairs(
      AuditedPeriod period, CorrelationMethod method, Kind kind, List<TreeNode> nodes) {
    List<AuditedPeriod.Variable> scores = nodes.stream().map(period::scores).toList();
    List<PairCorrelation> found = new ArrayList<>();
    for (int j = 0; j < nodes.size(); j++) {
      for (int k = j + 1; k < nodes.size(); k++) {
        found.add(
            new PairCorrelation(
                kind,
                nodes.get(j).code(),
                nodes.get(k).code(),
                correlate(method, scores.get(j), scores.get(k))));
      }
    }
    return found;
  }

  /** Of every node and every node above it. */
  public static List<PairCorrelation> ofFamilies(AuditedPeriod period, CorrelationMethod method) {
    List<PairCorrelation> found = new ArrayList<>();
    for (TreeNode node : period.tree().nodes()) {
      for (TreeNode above : period.above(node)) {
        found.add(
            new PairCorrelation(
                Kind.FAMILY,
                node.code(),
                above.code(),
                correlate(method, period.scores(node), period.scores(above))));
      }
    }
    return found;
  }

  /** Of every indicator and every denominator of the edition. */
  public static List<PairCorrelation> ofDenominators(
      AuditedPeriod period, CorrelationMethod method) {
    List<PairCorrelation> found = new ArrayList<>();
    for (TreeNode leaf : period.tree().leaves()) {
      for (String code : period.result().compiled().edition().denominators()) {
        found.add(
            new PairCorrelation(
                Kind.DENOMINATOR,
                leaf.code(),
                code,
                correlate(method, period.raw(leaf), period.column(code))));
      }
    }
    return found;
  }

  private static Optional<Correlation> correlate(
      CorrelationMethod method, AuditedPeriod.Variable x, AuditedPeriod.Variable y) {
    boolean[] both = new boolean[x.present().length];
    for (int i = 0; i < both.length; i++) {
      both[i] = x.present()[i] && y.present()[i];
    }
    boolean defined =
        Values.count(both) >= 3 && varies(x.values(), both) && varies(y.values(), both);
    return defined
        ? Optional.of(Correlation.of(method, x.values(), both, y.values(), both))
        : Optional.empty();
  }

  private static boolean varies(double[] values, boolean[] present) {
    double[] found = Values.present(values, present);
    for (double value : found) {
      if (value != found[0]) {
        return true;
      }
    }
    return false;
  }
}
