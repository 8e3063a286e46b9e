package org.citylake.metrics.index.aggregate;

import java.util.Arrays;
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
    double[] least = new double[scored.length];
    double[] most = new double[scored.length];
    boolean[] refused = new boolean[scored.length];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int child = 0; child < siblings.size(); child++) {
      double share = siblings.shares().get(child);
      Column column = siblings.columns().get(child);
      for (int i = 0; i < scored.length; i++) {
        if (column.has(block.from() + i)) {
          double value = column.value(block.from() + i);
          least[i] = Math.min(least[i], value);
          most[i] = Math.max(most[i], value);
          weights[i] += share;
          refused[i] |= !(value > 0);
        }
      }
      if (exponent == 0) {
        column.addLogarithmsTo(sums, share, block.from());
      } else {
        addTerms(column, share, block.from(), sums);
      }
    }
    for (int i = 0; i < scored.length; i++) {
      int row = block.from() + i;
      if (scored[i] && refused[i]) {
        refuse(siblings, row, problems);
      } else if (scored[i]) {
        // A mean lies between its least and its greatest part; rounding must not carry it out.
        double mean = inverse(sums[i] / weights[i]);
        result.set(row, Math.min(most[i], Math.max(least[i], mean)), Status.COMPUTED);
      }
    }
  }

  private void addTerms(Column column, double share, int from, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      double value = column.value(from + i);
      if (column.has(from + i) && value > 0) {
        sums[i] += share * (exponent == -1 ? 1 / value : StrictMath.pow(value, exponent));
      }
    }
  }

  private void refuse(Siblings siblings, int row, Problems problems) {
    for (int child = 0; child < siblings.size(); child++) {
      if (siblings.has(child, row) && !(siblings.value(child, row) > 0)) {
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
            siblings.shares().get(child) * StrictMath.log(siblings.value(child, row)) / weights;
      }
    }
    return Optional.of(terms);
  }
}
