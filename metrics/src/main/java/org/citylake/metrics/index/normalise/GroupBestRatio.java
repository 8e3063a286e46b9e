package org.citylake.metrics.index.normalise;

import java.util.Arrays;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A ratio to the best of the own group, which is a percentile of its values (interpolated as R's
 * type 7): {@code scale × value ÷ best}, {@code scale × (2 − value ÷ best)} where lower is better,
 * the best then being the mirrored percentile.
 *
 * <p>Source: CityLake's model of the Shanghai index, edition 2014.
 *
 * @param group group column or peer-groups
 * @param percentile 0..100
 * @param scale score of the best
 * @param minimum least score
 * @param maximum greatest score
 */
record GroupBestRatio(String group, double percentile, double scale, double minimum, double maximum)
    implements Normalisation {

  static Normalisation of(StepParameters parameters) {
    return new GroupBestRatio(
        parameters.findText("group").orElse(EditionDeclaration.PEER_GROUPS),
        parameters.number("percentile", 100, 0, 100),
        parameters.positive("scale", 100),
        parameters.number("minimum", -Double.MAX_VALUE),
        parameters.number("maximum", Double.MAX_VALUE));
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    double[] sorted = variable.values().valuesOf(part);
    if (sorted.length == 0 || !variable.requireDirection()) {
      return;
    }
    Arrays.sort(sorted);
    double share = (variable.mirrored() ? 100 - percentile : percentile) / 100;
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    double best = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    for (int row : part) {
      if (variable.values().has(row)) {
        if (best > 0) {
          double fraction = variable.values().value(row) / best;
          Ratio.set(result, variable, row, fraction, scale, minimum, maximum);
        } else {
          result.remove(row, Status.NO_REFERENCE);
        }
      }
    }
  }
}
