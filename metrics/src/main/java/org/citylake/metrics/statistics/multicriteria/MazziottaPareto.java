package org.citylake.metrics.statistics.multicriteria;

import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;

/**
 * The Mazziotta-Pareto index and its adjusted form: a unit's mean less a penalty for being uneven,
 * {@code M - S cv} with {@code cv = S ÷ M}. The indicators come to one scale by {@link
 * #standardise} for the index, by {@link #rescale} for the adjusted one, which compares over time.
 *
 * <p>In both, more is better: of an indicator in which less is better, give the negatives, and the
 * negative of the reference.
 *
 * <p>Source: Mazziotta, Pareto, On a generalized non-compensatory composite index for measuring
 * socio-economic phenomena, Social Indicators Research 127 (2016); the same, Measuring well-being
 * over time: the adjusted Mazziotta-Pareto index, Social Indicators Research 136 (2018).
 */
public final class MazziottaPareto {
  private static final double CENTRE = 100;
  private static final double DEVIATION = 10;
  private static final double LOWEST = 70;
  private static final double WIDTH = 60;

  private MazziottaPareto() {}

  /** What being uneven does to the index. */
  public enum Penalty {
    /** It lowers the index: for what is good, such as well-being. */
    DOWN,
    /** It raises the index: for what is bad, such as poverty. */
    UP
  }

  /** How the spread S of a unit's values is taken. */
  public enum Spread {
    /** With n - 1; Compind 3.4 does so in {@code ci_mpi}. Needs two values. */
    SAMPLE,
    /** With n, as the authors write; Compind 3.4 does so in {@code ci_ampi}. */
    POPULATION
  }

  /**
   * Brings an indicator to mean 100 and standard deviation (n - 1) 10 over the units. Out: same
   * order, 0 where one is missing.
   *
   * @throws UndefinedStatisticException constant-column, too-few-values below two values
   */
  public static double[] standardise(double[] values, boolean[] present) {
    double[] scaled = Values.present(values, present);
    Moments moments = Moments.of(scaled);
    double deviation = moments.standardDeviation();
    requireSpread(moments);
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = CENTRE + DEVIATION * ((scaled[i] - moments.mean()) / deviation);
    }
    return Values.spread(scaled, present);
  }

  /**
   * Brings an indicator to a scale on which the reference is 100 and the observed range 60 wide: in
   * [70, 130] if the reference is the middle of the range. Out: same order, 0 where one is missing.
   *
   * @param values of all units, and of all years that are to be compared
   * @param reference the value that is to become 100, such as the mean of the first year
   * @throws UndefinedStatisticException constant-column, too-few-values if there is no value
   */
  public static double[] rescale(double[] values, boolean[] present, double reference) {
    double[] scaled = Values.present(values, present);
    Moments moments = Moments.of(scaled);
    requireSpread(moments);
    double lowest = Values.finite(reference) - moments.range() / 2;
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = LOWEST + WIDTH * ((scaled[i] - lowest) / moments.range());
    }
    return Values.spread(scaled, present);
  }

  /**
   * The index of one unit from its values on the common scale; missing ones are left out.
   *
   * @throws UndefinedStatisticException too-few-values if there is no value or fewer than the
   *     spread needs, out-of-domain if the mean is not above zero
   */
  public static double index(double[] values, boolean[] present, Penalty penalty, Spread spread) {
    Moments moments = Moments.of(values, present);
    double mean = moments.mean();
    if (mean <= 0) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.OUT_OF_DOMAIN,
          "The Mazziotta-Pareto index needs a mean above 0, not " + mean);
    }
    double deviation =
        switch (spread) {
          case SAMPLE -> moments.standardDeviation();
          case POPULATION -> moments.populationDeviation();
        };
    double uneven = deviation * (deviation / mean);
    return switch (penalty) {
      case DOWN -> mean - uneven;
      case UP -> mean + uneven;
    };
  }

  private static void requireSpread(Moments moments) {
    if (moments.constant()) {
      throw new UndefinedStatisticException(
          UndefinedStatisticException.CONSTANT_COLUMN,
          "The Mazziotta-Pareto scale needs different values, not only " + moments.minimum());
    }
  }
}
