package org.citylake.entities.linkage.comparison;

/**
 * The number of insertions, deletions, substitutions and swaps of neighbours that make one text of
 * another, no part edited twice (optimal string alignment). Source: Damerau 1964; Boytsov 2011.
 */
public final class DamerauLevenshtein {
  private DamerauLevenshtein() {}

  /** The distance, or {@code most + 1} as soon as it is known to be greater than {@code most}. */
  public static int distance(String left, String right, int most) {
    int n = left.length();
    int m = right.length();
    if (Math.abs(n - m) > most) {
      return most + 1;
    }
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
