package org.citylake.entities.linkage.comparison;

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that make one text of
 * another, no part edited twice (optimal string alignment). Source: Damerau 1964; Boytsov 2011; a
 * whole column of the table at once after Hyyrö 2003, A Bit-Vector Algorithm for Computing
 * Levenshtein and Damerau Edit Distances.
 */
public final class DamerauLevenshtein {
  private DamerauLevenshtein() {}

  /** The distance, or {@code most + 1} as soon as it is known to be greater than {@code most}. */
  public static int distance(String left, String right, int most) {
    String shorter = left.length() <= right.length() ? left : right;
    String longer = left.length() <= right.length() ? right : left;
    if (longer.length() - shorter.length() > most) {
      return most + 1;
    }
    if (shorter.isEmpty()) {
      return longer.length();
    }
    int distance =
        shorter.length() <= CharacterPlaces.MOST
            ? byWord(shorter, longer)
            : byTable(shorter, longer, most);
    return Math.min(distance, most + 1);
  }

  private static int byWord(String shorter, String longer) {
    int n = shorter.length();
    long[] places = CharacterPlaces.of(shorter, n);
    long last = 1L << (n - 1);
    long up = -1;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int distance = n;
    for (int j = 0; j < longer.length(); j++) {
      long here = CharacterPlaces.of(places, shorter, longer.charAt(j));
      long swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & up) + up) ^ up) | here | down | swapped;
      long more = down | ~(diagonal | up);
      long less = diagonal & up;
      distance += (more & last) != 0 ? 1 : 0;
      distance -= (less & last) != 0 ? 1 : 0;
      more = more << 1 | 1;
      up = less << 1 | ~(diagonal | more);
      down = more & diagonal;
      before = here;
    }
    CharacterPlaces.clear(places, shorter, n);
    return distance;
  }

  private static int byTable(String left, String right, int most) {
    int n = left.length();
    int m = right.length();
    int[] before = new int[m + 1];
    int[] last = new int[m + 1];
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      row[0] = i;
      int least = i;
      char c = left.charAt(i - 1);
      for (int j = 1; j <= m; j++) {
        char d = right.charAt(j - 1);
        int cost = Math.min(last[j - 1] + (c == d ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && c == right.charAt(j - 2) && left.charAt(i - 2) == d) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return last[m];
  }
}
