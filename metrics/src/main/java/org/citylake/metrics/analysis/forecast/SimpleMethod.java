package org.citylake.metrics.analysis.forecast;

import java.util.Optional;

/**
 * The methods that every other one has to beat. Formulas of their deviations: Hyndman and
 * Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, table 5.2.
 */
final class SimpleMethod implements ForecastMethod {
  private final String text;
  private final int minimumTraining;
  private final Learnt formula;

  private SimpleMethod(String text, int minimumTraining, Learnt formula) {
    this.text = text;
    this.minimumTraining = minimumTraining;
    this.formula = formula;
  }

  /** The last value stays. */
  static SimpleMethod naive() {
    return new SimpleMethod("naive", 3, (history, periods) -> repeat(history, 1, periods));
  }

  /** The value of the same period of the last season comes again. */
  static SimpleMethod seasonalNaive(int season) {
    return new SimpleMethod(
        "seasonal-naive", season + 2, (history, periods) -> repeat(history, season, periods));
  }

  /** The line from the first to the last value goes on. */
  static SimpleMethod drift() {
    return new SimpleMethod("drift", 4, SimpleMethod::line);
  }

  /** The mean of all values. */
  static SimpleMethod mean() {
    return new SimpleMethod("mean", 4, SimpleMethod::level);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int minimumTraining() {
    return minimumTraining;
  }

  @Override
  public Optional<Learnt> learn(double[] training) {
    return Optional.of(formula);
  }

  private static Prediction repeat(double[] history, int season, int periods) {
    int differences = history.length - season;
    double sum = 0;
    for (int i = season; i < history.length; i++) {
      double difference = history[i] - history[i - season];
      sum += difference * difference;
    }
    double[] centre = new double[periods];
    double[] deviation = new double[periods];
    for (int step = 0; step < periods; step++) {
      centre[step] = history[history.length - season + step % season];
      deviation[step] = Math.sqrt(sum / differences * (step / season + 1));
    }
    return new Prediction(centre, deviation, differences, false);
  }

  private static Prediction line(double[] history, int periods) {
    int steps = history.length - 1;
    double slope = (history[steps] - history[0]) / steps;
    double sum = 0;
    for (int i = 1; i < history.length; i++) {
      double rest = history[i] - history[i - 1] - slope;
      sum += rest * rest;
    }
    double variance = sum / (steps - 1);
    double[] centre = new double[periods];
    double[] deviation = new double[periods];
    for (int step = 0; step < periods; step++) {
      double ahead = step + 1;
      centre[step] = history[steps] + ahead * slope;
      deviation[step] = Math.sqrt(variance * ahead * (1 + ahead / steps));
    }
    return new Prediction(centre, deviation, steps - 1, false);
  }

  private static Prediction level(double[] history, int periods) {
    double sum = 0;
    for (double value : history) {
      sum += value;
    }
    double mean = sum / history.length;
    double squares = 0;
    for (double value : history) {
      squares += (value - mean) * (value - mean);
    }
    int freedom = history.length - 1;
    double spread = Math.sqrt(squares / freedom * (1 + 1.0 / history.length));
    double[] centre = new double[periods];
    double[] deviation = new double[periods];
    java.util.Arrays.fill(centre, mean);
    java.util.Arrays.fill(deviation, spread);
    return new Prediction(centre, deviation, freedom, false);
  }
}
