package org.citylake.metrics.index;

import java.util.List;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;

/**
 * Of each row, on what a node's weight rests. What does not apply to a unit is outside; all shares
 * are of the weight that applies, 0..1.
 *
 * @param available share that has a value
 * @param imputed share whose value is imputed, estimated or filled in
 * @param synthetic share whose value is synthetic
 */
record Shares(double[] available, double[] imputed, double[] synthetic) {
  /** Of no row; where nobody asks. */
  static final Shares NONE = new Shares(new double[0], new double[0], new double[0]);

  /** Of an indicator. */
  static Shares ofLeaf(Column normalised, Column provenance) {
    int size = normalised.size();
    Shares shares = new Shares(new double[size], new double[size], new double[size]);
    for (int row = 0; row < size; row++) {
      if (normalised.has(row)) {
        shares.available[row] = 1;
        shares.imputed[row] = provenance.status(row) == Status.IMPUTED ? 1 : 0;
        shares.synthetic[row] = provenance.status(row) == Status.SYNTHETIC ? 1 : 0;
      }
    }
    return shares;
  }

  /** Of a node with children. */
  static Shares ofNode(List<Shares> children, List<Column> scores, List<Double> weights, int size) {
    Shares shares = new Shares(new double[size], new double[size], new double[size]);
    for (int row = 0; row < size; row++) {
      double applicable = 0;
      boolean whole = true;
      for (int child = 0; child < children.size(); child++) {
        if (scores.get(child).status(row) != Status.NOT_APPLICABLE) {
          double weight = weights.get(child);
          applicable += weight;
          shares.available[row] += weight * children.get(child).available[row];
          shares.imputed[row] += weight * children.get(child).imputed[row];
          shares.synthetic[row] += weight * children.get(child).synthetic[row];
          whole &= children.get(child).available[row] == 1;
        }
      }
      if (applicable > 0) {
        // Roundings of the weights must not make a whole node look incomplete.
        shares.available[row] = whole ? 1 : shares.available[row] / applicable;
        shares.imputed[row] = Math.min(1, shares.imputed[row] / applicable);
        shares.synthetic[row] = Math.min(1, shares.synthetic[row] / applicable);
      }
    }
    return shares;
  }
}
