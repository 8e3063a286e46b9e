package org.citylake.metrics.index.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citylake.metrics.statistics.sensitivity.Bootstrap;
import org.citylake.metrics.statistics.sensitivity.SobolIndices;

/** Gathers the runs of a Saltelli design. */
final class Sensitivity implements DrawRunner.Taker {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 0.9);

  private final List<String> names;
  private final int base;
  private final int[] nominal;
  private final double[] outputs;
  private final boolean[] usable;
  private final FailedDraws.Counter failures = new FailedDraws.Counter();

  Sensitivity(List<String> names, int base, int[] nominal) {
    this.names = List.copyOf(names);
    this.base = base;
    this.nominal = nominal;
    this.outputs = new double[base * (names.size() + 2)];
    this.usable = new boolean[base];
    Arrays.fill(usable, true);
  }

  @Override
  public void take(int draw, DrawResult result) {
    failures.add(result);
    long change = 0;
    int compared = 0;
    for (int row = 0; row < result.ranks().length; row++) {
      if (result.ranks()[row] > 0 && nominal[row] > 0) {
        change += Math.abs(result.ranks()[row] - nominal[row]);
        compared++;
      }
    }
    if (compared == 0) {
      usable[draw % base] = false;
    } else {
      outputs[draw] = (double) change / compared;
    }
  }

  SensitivityResult result(long seed) {
    int[] points = java.util.stream.IntStream.range(0, base).filter(i -> usable[i]).toArray();
    double[] kept = new double[points.length * (names.size() + 2)];
    for (int block = 0; block < names.size() + 2; block++) {
      for (int i = 0; i < points.length; i++) {
        kept[block * points.length + i] = outputs[block * base + points[i]];
      }
    }
    double[] both = Arrays.copyOf(kept, 2 * points.length);
    return new SensitivityResult(
        varies(both) ? factors(kept, seed) : List.of(),
        base,
        points.length,
        outputs.length,
        Arrays.stream(both).sum() / Math.max(1, both.length),
        failures.failed(),
        failures.list());
  }

  private static boolean varies(double[] both) {
    return both.length >= 4 && Arrays.stream(both).anyMatch(y -> y != both[0]);
  }

  private List<FactorSensitivity> factors(double[] kept, long seed) {
    SobolIndices indices = SobolIndices.of(kept, names.size());
    SobolIndices.Intervals intervals = SobolIndices.bootstrap(kept, names.size(), BOOTSTRAP, seed);
    List<FactorSensitivity> factors = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      factors.add(
          new FactorSensitivity(
              names.get(j),
              indices.first()[j],
              intervals.first()[j].lower(),
              intervals.first()[j].upper(),
              indices.total()[j],
              intervals.total()[j].lower(),
              intervals.total()[j].upper()));
    }
    return factors;
  }
}
