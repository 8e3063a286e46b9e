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

  /** The similarity; two empty texts are equal. */
  public static double similarity(String left, String right) {
    int leftLength = Math.min(left.length(), LONGEST);
    int rightLength = Math.min(right.length(), LONGEST);
    if (leftLength == 0 || rightLength == 0) {
      return leftLength == rightLength ? 1 : 0;
    }
    int window = Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
    long leftMatched = 0;
    long rightMatched = 0;
    int matches = 0;
    for (int i = 0; i < leftLength; i++) {
      char c = left.charAt(i);
      int to = Math.min(rightLength - 1, i + window);
      for (int j = Math.max(0, i - window); j <= to; j++) {
        if ((rightMatched >>> j & 1) == 0 && right.charAt(j) == c) {
          leftMatched |= 1L << i;
          rightMatched |= 1L << j;
          matches++;
          break;
        }
      }
    }
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
    double jaro = (m / leftLength + m / rightLength + (m - transposed / 2) / m) / 3;
    int prefix = 0;
    int most = Math.min(LONGEST_PREFIX, Math.min(leftLength, rightLength));
    while (prefix < most && left.charAt(prefix) == right.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * PREFIX_SCALE * (1 - jaro);
  }
}
