package org.citylake.metrics.statistics;

/**
 * The data leave a statistic without a value: a column is constant, there are too few values, a
 * matrix is singular, an iteration does not settle. It is about the data; a call that no data could
 * satisfy, such as arrays of unlike lengths, is an {@link IllegalArgumentException}. Every function
 * of this package and those below it either returns finite numbers or throws one of the two.
 */
public final class UndefinedStatisticException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** All values of a column, or of a total, are the same. */
  public static final String CONSTANT_COLUMN = "constant-column";

  /** Fewer values, pairs or rows than the formula needs; also none at all. */
  public static final String TOO_FEW_VALUES = "too-few-values";

  /** A matrix that has to be inverted cannot be: columns depend on each other. */
  public static final String SINGULAR_MATRIX = "singular-matrix";

  /** An iteration did not settle within its limit. */
  public static final String NOT_CONVERGED = "not-converged";

  /** A value outside of what the formula is defined for, such as the logarithm of zero. */
  public static final String OUT_OF_DOMAIN = "out-of-domain";

  /** A matrix of comparisons whose mirrored entries are not each other's reciprocals. */
  public static final String NOT_RECIPROCAL = "not-reciprocal";

  private final String rule;

  public UndefinedStatisticException(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /** Which rule the data break, one of the constants here. */
  public String rule() {
    return rule;
  }
}
