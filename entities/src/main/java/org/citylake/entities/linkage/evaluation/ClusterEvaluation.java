package org.citylake.entities.linkage.evaluation;

import java.util.HashMap;
import java.util.Map;

/**
 * How well clusters agree with the truth, over the records that both name.
 *
 * @param pairwise over pairs of records in one cluster
 * @param bCubed over records, each by the share of its cluster that is right. Source: Bagga and
 *     Baldwin 1998
 * @param records how many records both name
 * @param truePairs pairs in one cluster of both
 * @param foundPairs pairs in one cluster
 * @param expectedPairs pairs that the truth has in one cluster
 */
public record ClusterEvaluation(
    Score pairwise,
    Score bCubed,
    long records,
    long truePairs,
    long foundPairs,
    long expectedPairs) {

  /** Precision and recall, 0 to 1; 1 where there is nothing to find. */
  public record Score(double precision, double recall) {
    /** The harmonic mean of both. */
    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /**
   * Evaluates.
   *
   * @param clusters by record its cluster
   * @param truth by record its true cluster
   */
  public static <R> ClusterEvaluation of(Map<R, ?> clusters, Map<R, ?> truth) {
    Map<Object, Long> found = new HashMap<>();
    Map<Object, Long> expected = new HashMap<>();
    Map<Object, Long> both = new HashMap<>();
    long records = 0;
    for (Map.Entry<R, ?> entry : clusters.entrySet()) {
      Object real = truth.get(entry.getKey());
      if (real != null) {
        records++;
        found.merge(entry.getValue(), 1L, Long::sum);
        expected.merge(real, 1L, Long::sum);
        both.merge(new Common(entry.getValue(), real), 1L, Long::sum);
      }
    }
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Object, Long> entry : both.entrySet()) {
      Common common = (Common) entry.getKey();
      double size = entry.getValue();
      precision += size * size / found.getOrDefault(common.found(), 1L);
      recall += size * size / expected.getOrDefault(common.expected(), 1L);
    }
    long truePairs = pairs(both);
    long foundPairs = pairs(found);
    long expectedPairs = pairs(expected);
    return new ClusterEvaluation(
        new Score(share(truePairs, foundPairs), share(truePairs, expectedPairs)),
        new Score(records == 0 ? 1 : precision / records, records == 0 ? 1 : recall / records),
        records,
        truePairs,
        foundPairs,
        expectedPairs);
  }

  private record Common(Object found, Object expected) {}

  private static long pairs(Map<Object, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
