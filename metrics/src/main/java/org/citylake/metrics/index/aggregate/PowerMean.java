package org.citylake.metrics.index.aggregate;

import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * The weighted power mean, {@code (Σ w x^p ÷ Σ w)^(1/p)}, for values above zero: the geometric mean
 * {@code exp(Σ w ln x ÷ Σ w)} for p = 0, the harmonic for p = −1. The lower p, the less a good
 * value makes up for a bad one. Contributions are given for the geometric mean: each part's share
 * of the logarithm.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, geometric
 * aggregation; Hardy, Littlewood, Pólya, Inequalities (1934), chapter 2.
 *
 * @param exponent p
 */
record PowerMean(double exponent) implements Aggregation {

  static Aggregation geometric() {
    return new PowerMean(0);
  }

  static Aggregation harmonic() {
    return new PowerMean(-1);
  }

  static Aggregation of(StepParameters parameters) {
    double exponent = parameters.number("exponent", 1);
    return exponent == 1 ? new ArithmeticMean() : new PowerMean(exponent);
  }

  @Override
  public void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems) {
    double[] sums = new double[scored.length];
    double[] weights = new double[scored.length];
    boolean complete = siblings.columns().stream().allMatch(Column::complete);
    boolean positive = siblings.columns().stream().allMatch(Column::positive);
    double all = 0;
    for (int child = 0; child < siblings.size(); child++) {
      double share = siblings.shares().get(child);
      Column column = siblings.columns().get(child);
      all += share;
      if (!complete) {
        column.addPresenceTo(weights, share, block.from());
      }
      if (exponent == 0) {
        column.addLogarithmsTo(sums, share, block.from());
      } else {
        addTerms(column, share, block.from(), sums);
      }
    }
    for (int i = 0; i < scored.length; i++) {
      int row = block.from() + i;
      if (scored[i] && (positive || accepted(siblings, row, problems))) {
        double term = sums[i] / (complete ? all : weights[i]);
        double mean = between(siblings, row, inverse(term));
        if (exponent == 0) {
          result.set(row, mean, term, Status.COMPUTED);
        } else {
          result.set(row, mean, Status.COMPUTED);
        }
      }
    }
  }

  /** A mean lies between its least and its greatest part; rounding must not carry it out. */
  private static double between(Siblings siblings, int row, double mean) {
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int child = 0; child < siblings.size(); child++) {
      if (siblings.has(child, row)) {
        least = Math.min(least, siblings.value(child, row));
        most = Math.max(most, siblings.value(child, row));
        if (least <= mean && mean <= most) {
          return mean;
        }
      }
    }
    return Math.min(most, Math.max(least, mean));
  }

  private void addTerms(Column column, double share, int from, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      double value = column.value(from + i);
      if (column.has(from + i) && value > 0) {
        sums[i] += share * (exponent == -1 ? 1 / value : StrictMath.pow(value, exponent));
      }
    }
  }

  private boolean accepted(Siblings siblings, int row, Problems problems) {
    boolean accepted = true;
    for (int child = 0; child < siblings.size(); child++) {
      if (siblings.has(child, row) && !(siblings.value(child, row) > 0)) {
        accepted = false;
        problems.add(
            "panel",
            0,
            "value-not-positive",
            siblings.rows().name(row)
                + " "
                + siblings.codes().get(child)
                + " = "
                + siblings.value(child, row),
            "A "
                + (exponent == 0 ? "geometric" : exponent == -1 ? "harmonic" : "power")
                + " mean needs values above zero; normalise to a scale that begins above"
                + " zero or take an arithmetic mean");
      }
    }
    return accepted;
  }

  // StrictMath gives the same digits on every machine.
  private double inverse(double mean) {
    return exponent == 0
        ? StrictMath.exp(mean)
        : exponent == -1 ? 1 / mean : StrictMath.pow(mean, 1 / exponent);
  }

  @Override
  public Optional<double[]> contributions(Siblings siblings, int row, double score) {
    if (exponent != 0) {
      return Optional.empty();
    }
    double weights = 0;
    for (int child = 0; child < siblings.size(); child++) {
      weights += siblings.has(child, row) ? siblings.shares().get(child) : 0;
    }
    double[] terms = new double[siblings.size()];
    for (int child = 0; child < terms.length; child++) {
      if (siblings.has(child, row)) {
        terms[child] =
            siblings.shares().get(child) * siblings.columns().get(child).logarithm(row) / weights;
      }
    }
    return Optional.of(terms);
  }
}
