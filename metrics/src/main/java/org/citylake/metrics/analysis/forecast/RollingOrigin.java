package org.citylake.metrics.analysis.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.ValidRange;
import org.citylake.metrics.analysis.forecast.ForecastMethod.Learnt;
import org.jspecify.annotations.Nullable;

/**
 * A back-test: from several origins in the past the periods that are known by now are forecast from
 * what was known then. A method learns its parameters before the first origin and keeps them, so
 * nothing looks ahead and the work is bounded.
 */
final class RollingOrigin {
  private static final int MOST_FOLDS = 6;
  private static final int WANTED_FOLDS = 3;
  private static final double COVERAGE = 0.95;

  private final double[] values;
  private final Frequency frequency;
  private final ValidRange range;
  private final List<Integer> origins;

  RollingOrigin(double[] values, Frequency frequency, ValidRange range) {
    this.values = values;
    this.frequency = frequency;
    this.range = range;
    int rich = 2 * frequency.season() + 4;
    List<Integer> wanted = origins(Math.max(rich, frequency.minimumTraining()));
    this.origins = wanted.size() >= WANTED_FOLDS ? wanted : origins(frequency.minimumTraining());
  }

  /**
   * The origins: how many values each knows. Those before which there is a whole horizon come
   * first, the latest of them; where there are too few, later ones with a shorter horizon.
   */
  private List<Integer> origins(int training) {
    List<Integer> found = new ArrayList<>();
    int whole = values.length - frequency.horizon();
    for (int o = whole; o >= training && found.size() < MOST_FOLDS; o -= frequency.step()) {
      found.add(0, o);
    }
    int next = found.isEmpty() ? training : whole + frequency.step();
    for (int o = next; o < values.length && found.size() < WANTED_FOLDS; o += frequency.step()) {
      found.add(o);
    }
    return found;
  }

  /** Values that the first origin knows; empty when there is no origin. */
  Optional<Integer> training() {
    return origins.stream().findFirst();
  }

  /** What the method predicted from each origin, in order; empty when it cannot learn. */
  List<Prediction> predictions(ForecastMethod method) {
    if (origins.isEmpty() || method.minimumTraining() > origins.get(0)) {
      return List.of();
    }
    Optional<Learnt> learnt = method.learn(Arrays.copyOf(values, origins.get(0)));
    return learnt
        .map(
            l ->
                origins.stream()
                    .map(
                        o ->
                            l.predict(
                                Arrays.copyOf(values, o),
                                Math.min(frequency.horizon(), values.length - o)))
                    .toList())
        .orElse(List.of());
  }

  /** How the method did; empty when it cannot learn. */
  Optional<Accuracy> accuracy(ForecastMethod method) {
    List<Prediction> predictions = predictions(method);
    if (predictions.isEmpty()) {
      return Optional.empty();
    }
    double errors = 0;
    double scaled = 0;
    double relative = 0;
    int inside = 0;
    int count = 0;
    boolean anyZero = false;
    boolean unscaled = false;
    for (int fold = 0; fold < predictions.size(); fold++) {
      int origin = origins.get(fold);
      Prediction prediction = predictions.get(fold);
      double scale = scale(origin);
      double reach = prediction.reach(COVERAGE);
      for (int step = 0; step < prediction.length(); step++) {
        double actual = values[origin + step];
        double error = Math.abs(actual - range.nearest(prediction.value(step)));
        errors += error;
        unscaled |= scale == 0;
        scaled += scale == 0 ? 0 : error / scale;
        anyZero |= actual == 0;
        relative += actual == 0 ? 0 : error / Math.abs(actual);
        inside +=
            actual >= range.nearest(prediction.bound(step, -reach))
                    && actual <= range.nearest(prediction.bound(step, reach))
                ? 1
                : 0;
        count++;
      }
    }
    if (!Double.isFinite(errors)) {
      return Optional.empty();
    }
    return Optional.of(
        new Accuracy(
            ratio(scaled, count, unscaled),
            ratio(100 * relative, count, anyZero),
            errors / count,
            (double) inside / count,
            predictions.size()));
  }

  private static @Nullable Double ratio(double sum, int count, boolean undefined) {
    return undefined ? null : sum / count;
  }

  /** Mean absolute error of the seasonal naive method, one step ahead, within the first values. */
  private double scale(int known) {
    int lag = known > frequency.season() ? frequency.season() : 1;
    double sum = 0;
    for (int i = lag; i < known; i++) {
      sum += Math.abs(values[i] - values[i - lag]);
    }
    return sum / (known - lag);
  }
}
