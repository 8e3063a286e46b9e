package org.citylake.ingestion.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How many records a delivery of the source usually has: the median of its last loads. Not known
 * before the third.
 *
 * @param median records
 */
record UsualVolume(BigDecimal median) {
  private static final int FEWEST = 3;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The usual volume after those before. */
  static Optional<UsualVolume> of(List<Long> volumes) {
    if (volumes.size() < FEWEST) {
      return Optional.empty();
    }
    List<Long> sorted = volumes.stream().sorted().toList();
    long low = sorted.get((sorted.size() - 1) / 2);
    long high = sorted.get(sorted.size() / 2);
    return Optional.of(new UsualVolume(BigDecimal.valueOf(low + high).divide(TWO)));
  }

  /** Says that the records are not within so many percent; empty when they are. */
  Optional<String> drift(long records, BigDecimal percent) {
    BigDecimal distance = BigDecimal.valueOf(records).subtract(median).abs();
    return distance.multiply(HUNDRED).compareTo(median.multiply(percent)) <= 0
        ? Optional.empty()
        : Optional.of(
            records
                + " records arrived, and the source's last loads have "
                + median.stripTrailingZeros().toPlainString()
                + " (median), which is more than "
                + percent.toPlainString()
                + " % away: ask the agency whether the delivery is whole");
  }
}
