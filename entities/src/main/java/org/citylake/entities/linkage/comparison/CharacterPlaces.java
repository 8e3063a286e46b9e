package org.citylake.entities.linkage.comparison;

/**
 * Where each character stands in a text of at most 64, as the bits of a number. The table of a
 * thread is used again and again: it is to be cleared before the next text.
 */
final class CharacterPlaces {
  /** How many places there are. */
  static final int MOST = 64;

  private static final int ASCII = 128;
  private static final ThreadLocal<long[]> TABLE = ThreadLocal.withInitial(() -> new long[ASCII]);

  private CharacterPlaces() {}

  /** This thread's table, with the first characters of a text. */
  static long[] of(String text, int length) {
    long[] table = TABLE.get();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ASCII) {
        table[c] |= 1L << i;
      }
    }
    return table;
  }

  /** Where a character stands in the text of which the table is. */
  static long of(long[] table, String text, char c) {
    return c < ASCII ? table[c] : searched(text, c);
  }

  private static long searched(String text, char c) {
    long places = 0;
    for (int i = text.indexOf(c); i >= 0 && i < MOST; i = text.indexOf(c, i + 1)) {
      places |= 1L << i;
    }
    return places;
  }

  /** All places from one to another, both included; what lies outside of 0 to 63 is left out. */
  static long span(int from, int to) {
    long upTo = to >= MOST - 1 ? -1 : (1L << (to + 1)) - 1;
    return from <= 0 ? upTo : upTo & -1L << from;
  }

  /** Empties the table. */
  static void clear(long[] table, String text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ASCII) {
        table[c] = 0;
      }
    }
  }
}
