package org.citylake.metrics.index.aggregate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;

/**
 * The weighted arithmetic mean, {@code Σ w x ÷ Σ w} over the children that have a score. What the
 * parts add sums to the score exactly: the exact sum of the contributions, rounded once, is the
 * score.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, additive
 * aggregation.
 */
record ArithmeticMean() implements Aggregation {

  @Override
  public void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems) {
    // Column by column, each row summed in twofold precision as in PreciseSum.
    double[] high = new double[block.size()];
    double[] low = new double[block.size()];
    boolean complete = siblings.columns().stream().allMatch(Column::complete);
    for (int child = 0; child < siblings.size(); child++) {
      siblings.columns().get(child).addTo(high, low, siblings.shares().get(child), block.from());
    }
    PreciseSum all = new PreciseSum();
    siblings.shares().forEach(all::add);
    for (int i = 0; i < scored.length; i++) {
      if (scored[i]) {
        int row = block.from() + i;
        PreciseSum weights = complete ? all : available(siblings, row);
        result.set(row, weights.divides(high[i], low[i]), Status.COMPUTED);
      }
    }
  }

  @Override
  public Optional<double[]> contributions(Siblings siblings, int row, double score) {
    double weights = available(siblings, row).value();
    double[] terms = new double[siblings.size()];
    for (int child = 0; child < terms.length; child++) {
      if (siblings.has(child, row)) {
        terms[child] = siblings.shares().get(child) * siblings.value(child, row) / weights;
      }
    }
    settle(score, terms);
    return Optional.of(terms);
  }

  private static PreciseSum available(Siblings siblings, int row) {
    PreciseSum weights = new PreciseSum();
    for (int child = 0; child < siblings.size(); child++) {
      if (siblings.has(child, row)) {
        weights.add(siblings.shares().get(child));
      }
    }
    return weights;
  }

  /**
   * Each contribution is rounded. The largest takes up what the roundings leave over, and where its
   * last digit is too coarse for that, the next.
   */
  static void settle(double score, double[] terms) {
    List<Integer> largestFirst =
        IntStream.range(0, terms.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(terms[i])))
            .toList();
    for (int i : largestFirst) {
      double left = remainder(score, terms);
      if (left == 0) {
        return;
      }
      terms[i] += left;
    }
  }

  private static double remainder(double score, double[] terms) {
    PreciseSum sum = new PreciseSum();
    for (double term : terms) {
      sum.add(term);
    }
    return score - sum.value() == 0 ? 0 : sum.lacking(score);
  }
}
