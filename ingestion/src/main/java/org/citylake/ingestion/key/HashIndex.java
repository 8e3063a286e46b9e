package org.citylake.ingestion.key;

import java.util.Arrays;

/**
 * Numbers texts by their hashes, from 0 in the order in which they come: a set, and where to keep
 * what belongs to each of them in arrays. Takes about 28 bytes a text and never forgets one. Not
 * safe for several threads.
 */
public final class HashIndex {
  private static final int SMALLEST = 16;

  private long[] high = new long[SMALLEST];
  private long[] low = new long[SMALLEST];

  /** Of each place the number of its text, plus one; 0 is free. Half of them at least is free. */
  private int[] places = new int[2 * SMALLEST];

  private int size;

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The number of a text, which is {@link #size} before where it is new. */
  public int add(TextHash hash) {
    int place = place(hash);
    if (places[place] != 0) {
      return places[place] - 1;
    }
    if (size == high.length) {
      high = Arrays.copyOf(high, larger(size));
      low = Arrays.copyOf(low, larger(size));
    }
    high[size] = hash.high();
    low[size] = hash.low();
    places[place] = ++size;
    if (2 * (long) size > places.length) {
      spread();
    }
    return size - 1;
  }

  /** The number of a text, -1 when it is not there. */
  public int find(TextHash hash) {
    return places[place(hash)] - 1;
  }

  /** The hash of the text of that number. */
  public TextHash get(int number) {
    return new TextHash(high[number], low[number]);
  }

  /** The length of an array that is to hold more than so many. */
  public static int larger(int length) {
    return Math.addExact(length, Math.max(SMALLEST, length >> 1));
  }

  private int place(TextHash hash) {
    int place = (int) (hash.low() ^ hash.low() >>> Integer.SIZE) & places.length - 1;
    while (places[place] != 0
        && (low[places[place] - 1] != hash.low() || high[places[place] - 1] != hash.high())) {
      place = place + 1 & places.length - 1;
    }
    return place;
  }

  private void spread() {
    places = new int[Math.multiplyExact(2, places.length)];
    for (int number = 0; number < size; number++) {
      places[place(get(number))] = number + 1;
    }
  }
}
