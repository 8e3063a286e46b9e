package org.citylake.ingestion.load;

import java.util.Arrays;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;

/** Counts how often each text came. */
final class Occurrences {
  private final HashIndex texts = new HashIndex();
  private int[] counts = new int[0];

  /** The number of this occurrence of the text, from 1. */
  int next(TextHash text) {
    int number = texts.add(text);
    if (number == counts.length) {
      counts = Arrays.copyOf(counts, HashIndex.larger(number));
    }
    return ++counts[number];
  }
}
