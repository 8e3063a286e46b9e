package org.citylake.metrics.index.normalise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A datum in the common scale.
 *
 * @param value finite; null when missing
 * @param clipped whether the value lay beyond a bound and was set to it
 * @param missing why there is no value: no-value, no-target or target-not-positive; empty when
 *     there is one
 */
public record NormalisedValue(@Nullable Double value, boolean clipped, Optional<String> missing) {

  static NormalisedValue within(double value) {
    return new NormalisedValue(value, false, Optional.empty());
  }

  static NormalisedValue missing(String reason) {
    return new NormalisedValue(null, false, Optional.of(reason));
  }

  /** The value, set to the nearer bound when it lies outside. */
  static NormalisedValue clipped(double value, double least, double most) {
    return value < least || value > most
        ? new NormalisedValue(value < least ? least : most, true, Optional.empty())
        : within(value);
  }
}
