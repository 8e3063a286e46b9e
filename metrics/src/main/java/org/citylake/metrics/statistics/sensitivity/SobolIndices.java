package org.citylake.metrics.statistics.sensitivity;

import java.util.Arrays;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * Which share of an output's variance comes from each input, alone and with all that it does
 * together with others: {@code S = mean(yB (yAB - yA)) ÷ V} and {@code ST = Σ (yA - yAB)² ÷ (2 N
 * V)}, V being the variance (n - 1) of yA and yB together. As estimates they can lie a little below
 * 0 or above 1.
 *
 * <p>In: the output at each row of a {@link SaltelliDesign}, in its order.
 *
 * <p>Source: Saltelli et al., Computer Physics Communications 181 (2010), table 2, (b) and (f);
 * COINr 1.1.14, {@code SA_estimate}.
 *
 * @param first the inputs' first-order indices
 * @param total the inputs' total-order indices, at least 0
 */
public record SobolIndices(double[] first, double[] total) {

  /**
   * Of an output.
   *
   * @throws UndefinedStatisticException constant-column if the output is the same throughout A and
   *     B
   */
  public static SobolIndices of(double[] outputs, int inputs) {
    int base = base(outputs, inputs);
    int[] all = new int[base];
    Arrays.setAll(all, i -> i);
    return of(outputs, inputs, all);
  }

  /**
   * Percentile intervals by the bootstrap over the base points: for each input the bounds of its
   * first and its total index. A resample whose output is constant counts as one in which nothing
   * depends on anything.
   *
   * @param seed the same gives the same intervals
   */
  public static Intervals bootstrap(double[] outputs, int inputs, Bootstrap bootstrap, long seed) {
    int base = base(outputs, inputs);
    double[][] first = new double[inputs][bootstrap.replications()];
    double[][] total = new double[inputs][bootstrap.replications()];
    bootstrap.resample(
        base,
        seed,
        (replication, drawn) -> {
          if (!constant(outputs, base, drawn)) {
            SobolIndices indices = of(outputs, inputs, drawn);
            for (int j = 0; j < inputs; j++) {
              first[j][replication] = indices.first[j];
              total[j][replication] = indices.total[j];
            }
          }
        });
    Bootstrap.Interval[] firstIntervals = new Bootstrap.Interval[inputs];
    Bootstrap.Interval[] totalIntervals = new Bootstrap.Interval[inputs];
    for (int j = 0; j < inputs; j++) {
      firstIntervals[j] = bootstrap.interval(first[j]);
      totalIntervals[j] = bootstrap.interval(total[j]);
    }
    return new Intervals(firstIntervals, totalIntervals);
  }

  /** One interval for each input. */
  public record Intervals(Bootstrap.Interval[] first, Bootstrap.Interval[] total) {}

  private static SobolIndices of(double[] outputs, int inputs, int[] drawn) {
    int base = outputs.length / (inputs + 2);
    double[] both = new double[2 * drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      both[i] = outputs[drawn[i]];
      both[drawn.length + i] = outputs[base + drawn[i]];
    }
    Moments moments = Moments.of(both);
    if (moments.constant()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "Sensitivity needs an output that varies, not only " + moments.mean());
    }
    double deviation = moments.standardDeviation();
    double[] first = new double[inputs];
    double[] total = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      for (int i : drawn) {
        double step = (outputs[(2 + j) * base + i] - outputs[i]) / deviation;
        first[j] += outputs[base + i] / deviation * step;
        total[j] += step * step;
      }
      first[j] /= drawn.length;
      total[j] /= 2.0 * drawn.length;
    }
    return new SobolIndices(first, total);
  }

  private static boolean constant(double[] outputs, int base, int[] drawn) {
    for (int i : drawn) {
      if (outputs[i] != outputs[drawn[0]] || outputs[base + i] != outputs[drawn[0]]) {
        return false;
      }
    }
    return true;
  }

  private static int base(double[] outputs, int inputs) {
    for (double output : outputs) {
      Values.finite(output);
    }
    if (inputs < 1 || outputs.length % (inputs + 2) != 0 || outputs.length < 2 * (inputs + 2)) {
      throw new IllegalArgumentException(
          "Outputs must be base x (inputs + 2), base >= 2: %d for %d inputs"
              .formatted(outputs.length, inputs));
    }
    return outputs.length / (inputs + 2);
  }
}
