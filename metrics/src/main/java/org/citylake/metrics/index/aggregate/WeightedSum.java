package org.citylake.metrics.index.aggregate;

import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;

/**
 * The weighted sum, {@code Σ w x} with the weights as they are written, as indexes of points have
 * it. A missing child adds nothing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, additive
 * aggregation.
 */
record WeightedSum() implements Aggregation {

  @Override
  public void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems) {
    double[] high = new double[block.size()];
    double[] low = new double[block.size()];
    for (int child = 0; child < siblings.size(); child++) {
      siblings.columns().get(child).addTo(high, low, siblings.shares().get(child), block.from());
    }
    for (int i = 0; i < scored.length; i++) {
      if (scored[i]) {
        result.set(block.from() + i, high[i] + low[i], Status.COMPUTED);
      }
    }
  }

  @Override
  public Optional<double[]> contributions(Siblings siblings, int row, double score) {
    double[] terms = new double[siblings.size()];
    for (int child = 0; child < terms.length; child++) {
      terms[child] = siblings.shares().get(child) * siblings.value(child, row);
    }
    ArithmeticMean.settle(score, terms);
    return Optional.of(terms);
  }

  @Override
  public boolean takesWeightsAsWritten() {
    return true;
  }
}
