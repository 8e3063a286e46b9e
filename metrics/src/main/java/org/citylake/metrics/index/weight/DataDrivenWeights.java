package org.citylake.metrics.index.weight;

import java.util.ArrayList;
import java.util.List;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.weighting.ComponentWeights;
import org.citylake.metrics.statistics.weighting.DataWeights;

/**
 * Weights that the scores themselves give, over all rows of the panel in which every sibling has
 * one. A group of one has the weight 1.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; Hwang and Yoon
 * (1981) for entropy; Diakoulaki and others (1995) for CRITIC.
 */
enum DataDrivenWeights implements Weighting {
  /** By information entropy (熵权法). Needs scores of at least zero. */
  ENTROPY {
    @Override
    double[] weights(double[][] values) {
      return DataWeights.entropy(values);
    }
  },
  /** By contrast and conflict. */
  CRITIC {
    @Override
    double[] weights(double[][] values) {
      return DataWeights.critic(values);
    }
  },
  /** The loadings of the first principal component; refused where one is not above zero. */
  FIRST_COMPONENT {
    @Override
    double[] weights(double[][] values) {
      return ComponentWeights.firstComponent(values);
    }
  },
  /** The squared loadings of the rotated factors, as the handbook has it. */
  FACTOR_ANALYSIS {
    @Override
    double[] weights(double[][] values) {
      return ComponentWeights.factors(values);
    }
  };

  abstract double[] weights(double[][] values);

  @Override
  public double[] apply(WeightedGroup group, Problems problems) {
    double[] equal = new double[group.nodes().size()];
    java.util.Arrays.fill(equal, 1);
    if (equal.length == 1) {
      return equal;
    }
    try {
      double[] weights = weights(complete(group.columns()));
      for (int i = 0; i < weights.length; i++) {
        if (!(weights[i] >= 0) || (this == FIRST_COMPONENT && weights[i] == 0)) {
          problems.add(
              "weights",
              0,
              "weight-not-positive",
              group.parent() + " > " + group.nodes().get(i).code() + ": " + weights[i],
              "The method gives this sibling a weight below zero, as it works against the others;"
                  + " mind its direction or choose another method");
          return equal;
        }
      }
      return weights;
    } catch (UndefinedStatisticException e) {
      problems.add(
          "weights", 0, e.rule(), group.parent(), "Cannot weight the siblings: " + e.getMessage());
      return equal;
    }
  }

  private static double[][] complete(List<Column> columns) {
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < columns.get(0).size(); row++) {
      double[] values = new double[columns.size()];
      boolean complete = true;
      for (int i = 0; i < values.length; i++) {
        complete &= columns.get(i).has(row);
        values[i] = columns.get(i).value(row);
      }
      if (complete) {
        rows.add(values);
      }
    }
    if (rows.isEmpty()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.TOO_FEW_VALUES, "no unit has a score of every sibling");
    }
    return rows.toArray(double[][]::new);
  }
}
