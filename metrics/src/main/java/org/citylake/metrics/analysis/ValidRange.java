package org.citylake.metrics.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator's value can be; a share lies between 0 and 100.
 *
 * @param minimum null when there is no bound
 * @param maximum null when there is no bound
 */
public record ValidRange(@Nullable Double minimum, @Nullable Double maximum) {
  /** No bounds. */
  public static final ValidRange UNBOUNDED = new ValidRange(null, null);

  /** The nearest value that is possible. */
  public double nearest(double value) {
    double atLeast = minimum == null ? value : Math.max(minimum, value);
    return maximum == null ? atLeast : Math.min(maximum, atLeast);
  }
}
