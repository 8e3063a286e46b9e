package org.citylake.entities.linkage.blocking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.comparison.TokenSets;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.ValueColumn;

/** The hashes of rows under keys; what is worked out for a column's values is kept. */
final class KeyHashes {
  /** Under how many blocks a row of a key with rare tokens stands at most. */
  static final int MOST_TOKENS = 4;

  /** No hash: a part is missing. */
  static final long NONE = 0;

  /** Not worked out yet; real hashes are odd. */
  private static final long UNKNOWN = 2;

  private final Map<String, ComparedColumn> columns;
  private final Map<KeyPart, long[][]> byPart = new HashMap<>();
  private final int commonest;

  /**
   * Hashes over some columns.
   *
   * @param commonest how many values may share a rare token
   */
  KeyHashes(Map<String, ComparedColumn> columns, int commonest) {
    this.columns = Map.copyOf(columns);
    this.commonest = commonest;
  }

  /** By slot and row the hash, or {@link #NONE}. */
  long[][] of(BlockingKey key, int rows) {
    long[][] hashes = new long[slots(key)][rows];
    for (long[] slot : hashes) {
      Arrays.fill(slot, 1);
    }
    for (KeyPart part : key.parts()) {
      ComparedColumn column = column(part);
      long[][] ofValue = byPart.computeIfAbsent(part, this::hashes);
      for (int s = 0; s < hashes.length; s++) {
        long[] values = ofValue[Math.min(s, ofValue.length - 1)];
        for (int row = 0; row < rows; row++) {
          int code = column.code(row);
          long hash = code == ValueColumn.MISSING ? NONE : hash(part, column, code, values);
          hashes[s][row] =
              hash == NONE || hashes[s][row] == NONE ? NONE : Hashes.of(hashes[s][row], hash) | 1;
        }
      }
    }
    return hashes;
  }

  private static int slots(BlockingKey key) {
    return key.parts().stream().anyMatch(p -> p.form() == KeyForm.RARE_TOKENS) ? MOST_TOKENS : 1;
  }

  private ComparedColumn column(KeyPart part) {
    ComparedColumn column = columns.get(part.column());
    if (column == null) {
      throw new IllegalArgumentException("No column " + part.column());
    }
    return column;
  }

  private long[][] hashes(KeyPart part) {
    ComparedColumn column = column(part);
    int values = column.values().size();
    if (part.form() == KeyForm.RARE_TOKENS) {
      return rareTokens(column.tokens(), values);
    }
    long[][] hashes = new long[1][values];
    Arrays.fill(hashes[0], UNKNOWN);
    return hashes;
  }

  /** The hash of a value, worked out when it is first asked for. */
  private static long hash(KeyPart part, ComparedColumn column, int code, long[] known) {
    if (known[code] == UNKNOWN) {
      String form = part.form().of(column.values().get(code));
      known[code] = form.isEmpty() ? NONE : Hashes.of(form) | 1;
    }
    return known[code];
  }

  private long[][] rareTokens(TokenSets sets, int values) {
    long[][] hashes = new long[MOST_TOKENS][values];
    for (int v = 0; v < values; v++) {
      int[] rarest =
          Arrays.stream(sets.tokens(v))
              .filter(t -> sets.frequency(t) > 1 && sets.frequency(t) <= commonest)
              .boxed()
              .sorted(
                  java.util.Comparator.comparingInt((Integer t) -> sets.frequency(t))
                      .thenComparing(t -> t))
              .limit(MOST_TOKENS)
              .mapToInt(Integer::intValue)
              .toArray();
      for (int s = 0; s < rarest.length; s++) {
        hashes[s][v] = Hashes.mix(rarest[s]) | 1;
      }
    }
    return hashes;
  }
}
