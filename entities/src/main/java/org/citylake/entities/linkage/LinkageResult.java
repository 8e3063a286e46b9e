package org.citylake.entities.linkage;

import java.util.List;
import org.citylake.entities.linkage.blocking.Blocking;
import org.citylake.entities.linkage.blocking.ComparedPairs;
import org.citylake.entities.linkage.configuration.LinkageDeclaration;
import org.citylake.entities.linkage.estimation.PairWeights;
import org.citylake.entities.linkage.estimation.Threshold;
import org.citylake.entities.linkage.table.RecordTable;

/** What a linkage gave. */
public final class LinkageResult {
  private final RecordTable table;
  private final LinkageDeclaration declaration;
  private final Units units;
  private final Blocking blocking;
  private final ComparedPairs pairs;
  private final double[] pairWeights;
  private final PairWeights weights;
  private final Threshold threshold;
  private final boolean[] identicalMatch;
  private final int[] clusters;
  private final double blockingRecall;
  private final List<String> warnings;

  LinkageResult(
      RecordTable table,
      LinkageDeclaration declaration,
      Units units,
      Blocking blocking,
      ComparedPairs pairs,
      double[] pairWeights,
      PairWeights weights,
      Threshold threshold,
      boolean[] identicalMatch,
      int[] clusters,
      double blockingRecall,
      List<String> warnings) {
    this.table = table;
    this.declaration = declaration;
    this.units = units;
    this.blocking = blocking;
    this.pairs = pairs;
    this.pairWeights = pairWeights;
    this.weights = weights;
    this.threshold = threshold;
    this.identicalMatch = identicalMatch;
    this.clusters = clusters;
    this.blockingRecall = blockingRecall;
    this.warnings = List.copyOf(warnings);
  }

  public RecordTable table() {
    return table;
  }

  public LinkageDeclaration declaration() {
    return declaration;
  }

  public Blocking blocking() {
    return blocking;
  }

  public ComparedPairs pairs() {
    return pairs;
  }

  public double weight(int pair) {
    return pairWeights[pair];
  }

  public PairWeights weights() {
    return weights;
  }

  public Threshold threshold() {
    return threshold;
  }

  public double blockingRecall() {
    return blockingRecall;
  }

  public List<String> warnings() {
    return warnings;
  }

  /** By row of the pairs the first of the records that it stands for. */
  public int[] firstRecords() {
    return units.firstRecords();
  }

  /** The row of the pairs that stands for a record. */
  public int unit(int record) {
    return units.unitOf(record);
  }

  /** How many pairs of records are of one entity. */
  public long matchedPairs() {
    long[] sizes = new long[table.size()];
    for (int cluster : clusters()) {
      sizes[cluster]++;
    }
    return java.util.Arrays.stream(sizes).map(n -> n * (n - 1) / 2).sum();
  }

  /** By record a record that stands for its cluster: the first one of it. */
  public int[] clusters() {
    int[] first = units.firstRecords();
    int[] result = new int[table.size()];
    for (int r = 0; r < result.length; r++) {
      int unit = units.unitOf(r);
      boolean alone = units.size(unit) > 1 && !identicalMatch[unit] && first[unit] != r;
      result[r] = alone ? r : first[clusters[unit]];
    }
    return result;
  }
}
