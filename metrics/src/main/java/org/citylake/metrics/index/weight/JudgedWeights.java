package org.citylake.metrics.index.weight;

import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.weighting.AnalyticHierarchy;

/**
 * The analytic hierarchy process (AHP): weights from judgements of every two siblings. The step's
 * {@code judgements} give a matrix for each node with children, its rows and columns in the order of
 * the children's codes; a node without a matrix keeps the weights that the edition states. Judgements
 * that contradict each other too much are refused.
 *
 * <p>Source: Saaty, The Analytic Hierarchy Process (1980); OECD/JRC, Handbook on Constructing
 * Composite Indicators (2008), step 6.
 *
 * @param judgements matrix by code of the parent
 * @param maximumRatio greatest consistency ratio, usually 0.1
 */
record JudgedWeights(Map<String, List<List<Double>>> judgements, double maximumRatio)
    implements Weighting {
  private static final double USUAL_RATIO = 0.1;

  JudgedWeights {
    judgements = Map.copyOf(judgements);
  }

  static Weighting of(StepParameters parameters) {
    return new JudgedWeights(
        parameters.tables("judgements"),
        parameters.positive("maximum-consistency-ratio", USUAL_RATIO));
  }

  @Override
  public double[] apply(WeightedGroup group, Problems problems) {
    double[] given = group.nodes().stream().mapToDouble(Node::weight).toArray();
    List<List<Double>> matrix = judgements.get(group.parent());
    if (matrix == null) {
      return given;
    }
    if (matrix.size() != given.length || matrix.stream().anyMatch(r -> r.size() != given.length)) {
      report(
          group,
          "judgements-size",
          "The matrix needs "
              + given.length
              + " rows of "
              + given.length
              + " numbers, in the order "
              + group.nodes().stream().map(Node::code).toList(),
          problems);
      return given;
    }
    double[][] values =
        matrix.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    try {
      AnalyticHierarchy found = AnalyticHierarchy.of(values);
      if (found.consistencyRatio() > maximumRatio) {
        report(
            group,
            "judgements-inconsistent",
            "The judgements' consistency ratio is "
                + found.consistencyRatio()
                + ", above "
                + maximumRatio
                + "; judge again",
            problems);
      }
      return found.weights();
    } catch (UndefinedStatisticException e) {
      report(group, e.rule(), "Cannot weight the siblings: " + e.getMessage(), problems);
      return given;
    }
  }

  private static void report(
      WeightedGroup group, String rule, String message, Problems problems) {
    problems.add("weights", 0, rule, group.parent(), message);
  }
}
