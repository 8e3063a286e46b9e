package org.citylake.entities.linkage.comparison;

/**
 * Which characters a text has, in 64 bits, so that texts which are far apart are told without being
 * compared letter by letter: letters, digits and other characters stand in 44 buckets, and digits
 * and the commonest letters have a second bit for a second one. A bit that one bag has and another
 * lacks is a character that has no counterpart. Source: the bag distance of Bartolini, Ciaccia and
 * Patella 2002, String Matching with Metric Trees Using an Approximate Distance.
 */
final class CharacterBag {
  private static final int DIGITS = 26;
  private static final int OTHERS = 36;
  private static final int BUCKETS = 44;
  private static final String TWICE = "aeioungrsh";

  private CharacterBag() {}

  /** The bag of a normalised text. */
  static long of(String text) {
    long bag = 0;
    for (int i = 0; i < text.length(); i++) {
      int bucket = bucket(text.charAt(i));
      long first = 1L << bucket;
      bag |= (bag & first) == 0 ? first : second(bucket);
    }
    return bag;
  }

  private static int bucket(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    if (c >= '0' && c <= '9') {
      return DIGITS + c - '0';
    }
    return c < 0x80 ? OTHERS + (c & (BUCKETS - OTHERS - 1)) : (c * 0x9e37 >>> 4 & 0xffff) % DIGITS;
  }

  private static long second(int bucket) {
    if (bucket >= DIGITS && bucket < OTHERS) {
      return 1L << (BUCKETS + bucket - DIGITS);
    }
    int place = bucket < DIGITS ? TWICE.indexOf('a' + bucket) : -1;
    return place < 0 ? 0 : 1L << (BUCKETS + OTHERS - DIGITS + place);
  }

  /** How many edits at least make one text of the other. */
  static int leastEdits(long left, long right) {
    return Math.max(Long.bitCount(left & ~right), Long.bitCount(right & ~left));
  }

  /** How many characters of texts of these lengths have a counterpart at most. */
  static int mostShared(long left, int leftLength, long right, int rightLength) {
    return Math.min(
        leftLength - Long.bitCount(left & ~right), rightLength - Long.bitCount(right & ~left));
  }
}
