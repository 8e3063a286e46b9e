package org.citylake.metrics.index.normalise;

import java.util.Arrays;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Ranks as scores: the worst is 1 (or 0), ties share the lower rank.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5, ranking; for
 * the Borda score step 6.
 *
 * @param form what the rank is made into
 */
record RankScore(Form form) implements Normalisation {
  private enum Form {
    RANK,
    BORDA,
    PERCENTILE
  }

  static Normalisation rank(StepParameters parameters) {
    return of(parameters, Form.RANK);
  }

  static Normalisation borda(StepParameters parameters) {
    return of(parameters, Form.BORDA);
  }

  static Normalisation percentile(StepParameters parameters) {
    return of(parameters, Form.PERCENTILE);
  }

  private static Normalisation of(StepParameters parameters, Form form) {
    parameters.choice("ties", java.util.List.of("min"), "min");
    return new RankScore(form);
  }

  @Override
  public void apply(Variable variable, int[] part, Column.Builder result) {
    if (!variable.requireDirection()) {
      return;
    }
    double[] sorted =
        Arrays.stream(part)
            .filter(variable.values()::has)
            .mapToDouble(variable::oriented)
            .sorted()
            .toArray();
    if (form == Form.PERCENTILE && sorted.length == 1) {
      variable.report(
          "single-unit", variable.code(), "A percentile rank needs two units; one has a value");
      return;
    }
    for (int row : part) {
      if (variable.values().has(row)) {
        int below = below(sorted, variable.oriented(row));
        double score =
            switch (form) {
              case RANK -> below + 1.0;
              case BORDA -> below;
              case PERCENTILE -> (double) below / (sorted.length - 1);
            };
        result.set(row, score, variable.values().status(row));
      }
    }
  }

  /** How many of an ascending field are below the value. */
  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
