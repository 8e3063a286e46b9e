package org.citylake.ingestion.load;

import java.util.Arrays;
import java.util.Optional;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;

/** The keys that a delivery has had so far, and of those of good rows their content. */
final class SeenKeys {
  private final HashIndex keys = new HashIndex();
  private long[] high = new long[0];
  private long[] low = new long[0];
  private boolean[] good = new boolean[0];

  /** Notes the key of a row that was refused. */
  void touch(TextHash key) {
    number(key);
  }

  /**
   * Notes the key of a good row.
   *
   * @return the content of the good row of that key that came before; empty for the first
   */
  Optional<TextHash> put(TextHash key, TextHash content) {
    int number = number(key);
    if (good[number]) {
      return Optional.of(new TextHash(high[number], low[number]));
    }
    good[number] = true;
    high[number] = content.high();
    low[number] = content.low();
    return Optional.empty();
  }

  /** All keys, also those of refused rows. */
  HashIndex keys() {
    return keys;
  }

  private int number(TextHash key) {
    int number = keys.add(key);
    if (number == good.length) {
      int length = HashIndex.larger(number);
      high = Arrays.copyOf(high, length);
      low = Arrays.copyOf(low, length);
      good = Arrays.copyOf(good, length);
    }
    return number;
  }
}
