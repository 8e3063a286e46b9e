package org.citylake.metrics.index.aggregate;

import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows.Block;
import org.citylake.metrics.index.panel.Status;

/**
 * The weighted product, {@code Π x^w} with the weights as they are written, for values above zero.
 * A missing child leaves its factor out.
 *
 * <p>Source: Bridgman, Dimensional Analysis (1922); Miller and Starr (1969), the weighted product
 * method.
 */
record WeightedProduct() implements Aggregation {

  @Override
  public void apply(
      Siblings siblings, Block block, boolean[] scored, Column.Builder result, Problems problems) {
    for (int i = 0; i < scored.length; i++) {
      int row = block.from() + i;
      if (!scored[i]) {
        continue;
      }
      double logarithm = 0;
      boolean accepted = true;
      for (int child = 0; child < siblings.size(); child++) {
        if (siblings.has(child, row)) {
          double value = siblings.value(child, row);
          if (value > 0) {
            logarithm += siblings.shares().get(child) * StrictMath.log(value);
          } else {
            accepted = false;
            problems.add(
                "panel",
                0,
                "value-not-positive",
                siblings.rows().name(row) + " " + siblings.codes().get(child) + " = " + value,
                "A weighted product needs values above zero");
          }
        }
      }
      double product = StrictMath.exp(logarithm);
      if (accepted && !Double.isFinite(product)) {
        problems.add(
            "panel",
            0,
            "overflow",
            siblings.rows().name(row) + " " + siblings.parent(),
            "The weighted product is beyond the greatest number; lower the weights or the scale");
      } else if (accepted) {
        result.set(row, product, Status.COMPUTED);
      }
    }
  }

  @Override
  public boolean takesWeightsAsWritten() {
    return true;
  }
}
