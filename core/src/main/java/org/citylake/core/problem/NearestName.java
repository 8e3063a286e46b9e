package org.citylake.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant, so that a message can say it. */
public final class NearestName {
  private NearestName() {}

  /**
   * The name with the fewest changed letters (Levenshtein distance); empty when even that one
   * differs in more than a third of its letters and in more than two. Of equally near names the
   * first in order is taken.
   */
  public static Optional<String> of(String written, Collection<String> names) {
    return names.stream()
        .filter(n -> distance(written, n) <= Math.max(2, n.length() / 3))
        .min(Comparator.comparingInt((String n) -> distance(written, n)).thenComparing(n -> n));
  }

  /** {@code ; did you mean 'x'?} or nothing. */
  public static String hint(String written, Collection<String> names) {
    return of(written, names).map(n -> "; did you mean '" + n + "'?").orElse("");
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
