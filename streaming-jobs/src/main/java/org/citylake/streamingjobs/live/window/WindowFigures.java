package org.citylake.streamingjobs.live.window;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a window come to. Sums are exact and the mean is rounded once, so that the
 * order of arrival changes nothing.
 *
 * @param readings how many there are, at least one
 * @param total their sum
 * @param least the smallest
 * @param greatest the greatest
 * @param mean the sum by their number, of scale 10, half to even
 */
public record WindowFigures(
    long readings, BigDecimal total, BigDecimal least, BigDecimal greatest, BigDecimal mean) {
  private static final int SCALE = 10;

  /** The figures of the numbers that are not null; empty when there is none. */
  public static Optional<WindowFigures> of(Collection<? extends @Nullable BigDecimal> numbers) {
    long readings = 0;
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal least = null;
    BigDecimal greatest = null;
    for (BigDecimal number : numbers) {
      if (number == null) {
        continue;
      }
      readings++;
      total = total.add(number);
      least = least == null ? number : least.min(number);
      greatest = greatest == null ? number : greatest.max(number);
    }
    if (least == null || greatest == null) {
      return Optional.empty();
    }
    BigDecimal mean = total.divide(BigDecimal.valueOf(readings), SCALE, RoundingMode.HALF_EVEN);
    return Optional.of(new WindowFigures(readings, total, least, greatest, mean));
  }
}
