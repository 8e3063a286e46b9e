package org.citylake.entities.linkage.comparison;

/**
 * The Jaro–Winkler similarity of two texts, 0 to 1. Source: Winkler 1990, String Comparator Metrics
 * and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage; prefix of at most 4,
 * scaled by 0.1. Texts longer than 64 characters are compared by their first 64.
 */
public final class JaroWinkler {
  private static final int LONGEST = 64;
  private static final int LONGEST_PREFIX = 4;
  private static final double PREFIX_SCALE = 0.1;

  private JaroWinkler() {}

  /**
   * The similarity, or something less than {@code least} where it is known to be so.
   *
   * @param leftBag the texts' {@link CharacterBag}s
   */
  static double similarity(String left, long leftBag, String right, long rightBag, double least) {
    int leftLength = left.length();
    int rightLength = right.length();
    if (leftLength == 0 || rightLength == 0 || Math.max(leftLength, rightLength) > LONGEST) {
      return similarity(left, right);
    }
    double most = CharacterBag.mostShared(leftBag, leftLength, rightBag, rightLength);
    double jaro = most <= 0 ? 0 : (most / leftLength + most / rightLength + 1) / 3;
    double bound = boosted(jaro, left, right);
    // A little room for the last digits, so that what is equal to the bound is worked out.
    return bound < least - 1e-9 ? bound : similarity(left, right);
  }

  /** The similarity; two empty texts are equal. */
  public static double similarity(String left, String right) {
    int leftLength = Math.min(left.length(), LONGEST);
    int rightLength = Math.min(right.length(), LONGEST);
    if (leftLength == 0 || rightLength == 0) {
      return leftLength == rightLength ? 1 : 0;
    }
    int window = Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
    long[] places = CharacterPlaces.of(right, rightLength);
    long leftMatched = 0;
    long free = -1;
    for (int i = 0; i < leftLength; i++) {
      long near = CharacterPlaces.span(i - window, i + window);
      long found = CharacterPlaces.of(places, right, left.charAt(i)) & free & near;
      if (found != 0) {
        leftMatched |= 1L << i;
        free &= ~Long.lowestOneBit(found);
      }
    }
    CharacterPlaces.clear(places, right, rightLength);
    long rightMatched = ~free;
    int matches = Long.bitCount(leftMatched);
    if (matches == 0) {
      return 0;
    }
    int transposed = 0;
    long rest = rightMatched;
    for (long l = leftMatched; l != 0; l &= l - 1) {
      int i = Long.numberOfTrailingZeros(l);
      int j = Long.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      if (left.charAt(i) != right.charAt(j)) {
        transposed++;
      }
    }
    double m = matches;
    return boosted((m / leftLength + m / rightLength + (m - transposed / 2) / m) / 3, left, right);
  }

  private static double boosted(double jaro, String left, String right) {
    int prefix = 0;
    int most = Math.min(LONGEST_PREFIX, Math.min(left.length(), right.length()));
    while (prefix < most && left.charAt(prefix) == right.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX_SCALE * (1 - jaro);
  }
}
