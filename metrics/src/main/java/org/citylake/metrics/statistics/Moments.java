package org.citylake.metrics.statistics;

/**
 * Mean, spread and shape of a column, from two passes over it. Deviations are kept in units of the
 * column's range, so that neither tiny nor huge values lose their squares.
 *
 * <p>In: values in any unit; missing ones are left out. Out: mean and standard deviation in that
 * unit, skewness and kurtosis without one.
 *
 * <p>Source: Joanes, Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47
 * (1998): G1 and G2, the estimators of Excel and of R's e1071 with type 2.
 *
 * @param count how many values, at least one
 * @param mean in the values' unit
 * @param minimum in the values' unit
 * @param maximum in the values' unit
 * @param squares sum of the squared deviations over the squared range; 0 if the column is constant
 * @param cubes the same with third powers
 * @param fourths the same with fourth powers
 */
public record Moments(
    int count,
    double mean,
    double minimum,
    double maximum,
    double squares,
    double cubes,
    double fourths) {

  /**
   * Of a column without missing values.
   *
   * @throws UndefinedStatisticException too-few-values if there is none
   */
  public static Moments of(double[] values) {
    return ofFirst(values, values.length);
  }

  /**
   * Of the values that are there.
   *
   * @throws UndefinedStatisticException too-few-values if there is none
   */
  public static Moments of(double[] values, boolean[] present) {
    double[] selected = Values.present(values, present);
    return ofFirst(selected, selected.length);
  }

  private static Moments ofFirst(double[] values, int count) {
    if (count == 0) {
      throw tooFew("a mean", 1, 0);
    }
    double minimum = values[0];
    double maximum = values[0];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      sum += value;
      if (value < minimum) {
        minimum = value;
      } else if (value > maximum) {
        maximum = value;
      }
    }
    double range = Values.finite(maximum - minimum);
    if (range == 0) {
      return new Moments(count, minimum, minimum, maximum, 0, 0, 0);
    }
    double mean = sum / count;
    double squares = 0;
    double cubes = 0;
    double fourths = 0;
    for (int i = 0; i < count; i++) {
      double deviation = (values[i] - mean) / range;
      double square = deviation * deviation;
      squares += square;
      cubes += square * deviation;
      fourths += square * square;
    }
    return new Moments(count, Values.finite(mean), minimum, maximum, squares, cubes, fourths);
  }

  /** Whether all values are the same. */
  public boolean constant() {
    return minimum == maximum;
  }

  /** The largest less the smallest. */
  public double range() {
    return maximum - minimum;
  }

  /**
   * The sample standard deviation, with n - 1; 0 for a constant column.
   *
   * @throws UndefinedStatisticException too-few-values if n &lt; 2
   */
  public double standardDeviation() {
    require("a standard deviation", 2);
    return range() * Math.sqrt(squares / (count - 1));
  }

  /**
   * The standard deviation of the values as a whole population, with n.
   *
   * @return at least 0
   */
  public double populationDeviation() {
    return range() * Math.sqrt(squares / count);
  }

  /**
   * Skewness G1, {@code (√n S3 ÷ S2^1.5) √(n (n - 1)) ÷ (n - 2)}.
   *
   * @throws UndefinedStatisticException too-few-values if n &lt; 3, or constant-column
   */
  public double skewness() {
    require("skewness", 3);
    requireSpread("skewness");
    double n = count;
    return Math.sqrt(n) * cubes / (squares * Math.sqrt(squares)) * Math.sqrt(n * (n - 1)) / (n - 2);
  }

  /**
   * Excess kurtosis G2, {@code ((n + 1)(n S4 ÷ S2² - 3) + 6)(n - 1) ÷ ((n - 2)(n - 3))}.
   *
   * @throws UndefinedStatisticException too-few-values if n &lt; 4, or constant-column
   */
  public double kurtosis() {
    require("kurtosis", 4);
    requireSpread("kurtosis");
    double n = count;
    double ratio = n * fourths / (squares * squares);
    return ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
  }

  private void require(String what, int least) {
    if (count < least) {
      throw tooFew(what, least, count);
    }
  }

  private void requireSpread(String what) {
    if (constant()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "Cannot compute " + what + ": all " + count + " values are " + minimum);
    }
  }

  private static UndefinedStatisticException tooFew(String what, int least, int found) {
    return new UndefinedStatisticException(
        UndefinedStatisticException.TOO_FEW_VALUES,
        "Cannot compute " + what + " of " + found + " values: it needs at least " + least);
  }
}
