package org.citylake.entities.linkage.blocking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.entities.linkage.comparison.ComparedColumn;

/**
 * Proposes blocking keys: all keys of one part and of two parts of different columns are costed on
 * a sample, a first selection finds some matches, and of all keys those are kept that find most of
 * them for the pairs they cost, each match by several keys so that what the sample did not show is
 * found too.
 */
public final class KeyProposal {
  private static final int MOST_PER_COLUMN = 6;
  private static final int FIRST_SHARE = 8;
  private static final int MOST_KEYS = 16;
  private static final double LEAST_GAIN = 2e-4;

  private final Map<BlockingKey, Long> costs;

  private KeyProposal(Map<BlockingKey, Long> costs) {
    this.costs = costs;
  }

  /**
   * Costs all keys.
   *
   * @param forms what of each column may stand in keys
   * @param sampleRows so many first rows are looked at
   * @param rows how many there are in all
   * @param mostPairs what a key may cost at most
   */
  public static KeyProposal of(
      Map<ComparedColumn, List<KeyForm>> forms, int sampleRows, int rows, long mostPairs) {
    List<ComparedColumn> columns = List.copyOf(forms.keySet());
    KeyHashes hashes = new KeyHashes(Blocking.byName(columns), Blocking.commonestToken(rows));
    double scale = Math.pow((double) rows / sampleRows, 2);
    Map<BlockingKey, Long> costs = new LinkedHashMap<>();
    for (BlockingKey key : keys(forms)) {
      long sampled = Blocks.pairs(hashes.of(key, sampleRows));
      long cost = (long) (sampled * (usesTokens(key) ? Math.sqrt(scale) : scale));
      if (sampled > 0 && cost <= mostPairs) {
        costs.put(key, Math.max(1, cost));
      }
    }
    return new KeyProposal(costs);
  }

  private static boolean usesTokens(BlockingKey key) {
    return key.parts().stream().anyMatch(p -> p.form() == KeyForm.RARE_TOKENS);
  }

  private static List<BlockingKey> keys(Map<ComparedColumn, List<KeyForm>> forms) {
    List<BlockingKey> keys = new ArrayList<>();
    List<KeyPart> parts = new ArrayList<>();
    forms.forEach((c, f) -> f.forEach(form -> parts.add(new KeyPart(c.name(), form))));
    parts.forEach(p -> keys.add(BlockingKey.of(p)));
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        KeyPart a = parts.get(i);
        KeyPart b = parts.get(j);
        boolean tokens = a.form() == KeyForm.RARE_TOKENS || b.form() == KeyForm.RARE_TOKENS;
        if (!a.column().equals(b.column()) && !tokens) {
          keys.add(BlockingKey.of(a, b));
        }
      }
    }
    return keys;
  }

  /** Whether no key is cheap enough. */
  public boolean isEmpty() {
    return costs.isEmpty();
  }

  /** All keys that are cheap enough. */
  public List<BlockingKey> all() {
    return List.copyOf(costs.keySet());
  }

  /** About how many pairs a key has. */
  public long cost(BlockingKey key) {
    return costs.getOrDefault(key, 0L);
  }

  /**
   * A first selection within a number of pairs: keys of one part first, then those that ask for
   * least, which are those with most pairs; no key may take much of the whole, and no column stands
   * in many keys.
   */
  public List<BlockingKey> first(double mostPairs) {
    Map<String, Integer> used = new HashMap<>();
    List<BlockingKey> chosen = new ArrayList<>();
    double pairs = 0;
    List<BlockingKey> ordered =
        costs.keySet().stream()
            .filter(key -> cost(key) <= mostPairs / FIRST_SHARE)
            .sorted(
                Comparator.comparingInt((BlockingKey key) -> key.parts().size())
                    .thenComparing(Comparator.comparingLong(this::cost).reversed()))
            .toList();
    for (BlockingKey key : ordered) {
      boolean fresh =
          key.parts().stream().allMatch(p -> used.getOrDefault(p.column(), 0) < MOST_PER_COLUMN);
      if (fresh && pairs + cost(key) <= mostPairs) {
        chosen.add(key);
        pairs += cost(key);
        key.parts().forEach(p -> used.merge(p.column(), 1, Integer::sum));
      }
    }
    if (chosen.isEmpty()) {
      costs.keySet().stream().min(Comparator.comparingLong(this::cost)).ifPresent(chosen::add);
    }
    return chosen;
  }

  /**
   * The keys that find most matches for the pairs they cost. A match that a key finds is worth less
   * to further ones, and next to nothing to those that rest on a column of that key: where the
   * column is wrong, both fail.
   *
   * @param found by key which of some matches it finds
   * @param mostPairs how many pairs all together may have
   * @param rows how many rows there are; a key's own work costs as much as so many pairs
   */
  public List<BlockingKey> best(Map<BlockingKey, boolean[]> found, long mostPairs, int rows) {
    int matches = found.values().iterator().next().length;
    Coverage coverage = new Coverage(matches);
    List<BlockingKey> chosen = new ArrayList<>();
    double pairs = 0;
    while (chosen.size() < MOST_KEYS) {
      BlockingKey best = null;
      double bestValue = 0;
      for (Map.Entry<BlockingKey, boolean[]> entry : found.entrySet()) {
        BlockingKey key = entry.getKey();
        if (chosen.contains(key) || (!chosen.isEmpty() && pairs + cost(key) > mostPairs)) {
          continue;
        }
        double gain = coverage.gain(key, entry.getValue());
        double value = gain / (cost(key) + rows);
        if (gain > LEAST_GAIN && value > bestValue) {
          best = key;
          bestValue = value;
        }
      }
      boolean[] hits = best == null ? null : found.get(best);
      if (best == null || hits == null) {
        break;
      }
      chosen.add(best);
      pairs += cost(best);
      coverage.add(best, hits);
    }
    return chosen;
  }

  /** By key which of some pairs it puts into a common block. */
  public static Map<BlockingKey, boolean[]> found(
      List<BlockingKey> keys, List<ComparedColumn> columns, int rows, int[] left, int[] right) {
    KeyHashes hashes = new KeyHashes(Blocking.byName(columns), Blocking.commonestToken(rows));
    Map<BlockingKey, boolean[]> found = new LinkedHashMap<>();
    for (BlockingKey key : keys) {
      long[][] ofKey = hashes.of(key, rows);
      boolean[] hits = new boolean[left.length];
      for (int p = 0; p < hits.length; p++) {
        hits[p] = shares(ofKey, left[p], right[p]);
      }
      found.put(key, hits);
    }
    return found;
  }

  private static boolean shares(long[][] hashes, int left, int right) {
    for (long[] mine : hashes) {
      for (long[] other : hashes) {
        if (mine[left] != KeyHashes.NONE && mine[left] == other[right]) {
          return true;
        }
      }
    }
    return false;
  }
}
