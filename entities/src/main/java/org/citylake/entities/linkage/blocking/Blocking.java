package org.citylake.entities.linkage.blocking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citylake.entities.linkage.comparison.ComparedColumn;
import org.citylake.entities.linkage.comparison.PairComparison;

/** Compares every pair of rows that at least one key puts into a common block, once. */
public final class Blocking {
  private static final int TASKS = 128;

  private final List<BlockingKey> keys;
  private final List<Blocks> blocks;
  private final long[] columnsOf;
  private final List<Long> pairsByKey = new ArrayList<>();

  private Blocking(List<BlockingKey> keys, List<Blocks> blocks) {
    this.keys = List.copyOf(keys);
    this.blocks = List.copyOf(blocks);
    this.columnsOf = columnsOf(keys);
  }

  /**
   * Puts rows into blocks.
   *
   * @param columns what keys name, by name
   * @param rows how many rows there are
   * @param mostPairs about how many pairs each key may have, by key
   */
  public static Blocking of(
      List<BlockingKey> keys, List<ComparedColumn> columns, int rows, List<Long> mostPairs) {
    KeyHashes hashes = new KeyHashes(byName(columns), commonestToken(rows));
    List<Blocks> blocks = new ArrayList<>();
    for (int k = 0; k < keys.size(); k++) {
      BlockingKey key = keys.get(k);
      List<ComparedColumn> others =
          columns.stream()
              .filter(c -> key.parts().stream().noneMatch(p -> p.column().equals(c.name())))
              .toList();
      blocks.add(Blocks.of(hashes.of(key, rows), mostPairs.get(k), new ValueOrder(others)));
    }
    return new Blocking(keys, blocks);
  }

  static Map<String, ComparedColumn> byName(List<ComparedColumn> columns) {
    Map<String, ComparedColumn> byName = new LinkedHashMap<>();
    columns.forEach(c -> byName.put(c.name(), c));
    return byName;
  }

  static int commonestToken(int rows) {
    return Math.max(20, (int) Math.sqrt(rows));
  }

  /** Compares all pairs; the same pairs in the same order on any number of threads. */
  public ComparedPairs compare(PairComparison comparison) {
    List<ComparedPairs.Collected> parts = new ArrayList<>();
    pairsByKey.clear();
    for (int k = 0; k < keys.size(); k++) {
      int key = k;
      List<int[]> tasks = tasks(blocks.get(k));
      List<ComparedPairs.Collected> ofKey =
          IntStream.range(0, tasks.size())
              .parallel()
              .mapToObj(t -> compare(key, tasks.get(t), comparison))
              .toList();
      pairsByKey.add(ofKey.stream().mapToLong(ComparedPairs.Collected::size).sum());
      parts.addAll(ofKey);
    }
    return ComparedPairs.of(parts);
  }

  /** Compares each of some rows with each other. */
  public static ComparedPairs compareAll(int[] rows, PairComparison comparison) {
    ComparedPairs.Collected found = new ComparedPairs.Collected();
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        found.add(rows[i], rows[j], comparison.pattern(rows[i], rows[j]));
      }
    }
    return ComparedPairs.of(List.of(found));
  }

  /** Ranges of blocks of about the same work; a single large block is cut by its members. */
  private static List<int[]> tasks(Blocks blocks) {
    long all = 0;
    for (int b = 0; b < blocks.count(); b++) {
      all += (long) blocks.size(b) * blocks.size(b);
    }
    long each = all / TASKS + 1;
    List<int[]> tasks = new ArrayList<>();
    long work = 0;
    int from = 0;
    for (int b = 0; b < blocks.count(); b++) {
      long size = (long) blocks.size(b) * blocks.size(b);
      if (size > each) {
        if (from < b) {
          tasks.add(new int[] {from, b, 0, Integer.MAX_VALUE});
        }
        int step = (int) Math.max(1, each / blocks.size(b));
        for (int i = 0; i < blocks.size(b); i += step) {
          tasks.add(new int[] {b, b + 1, i, i + step});
        }
        from = b + 1;
        work = 0;
        continue;
      }
      work += size;
      if (work >= each) {
        tasks.add(new int[] {from, b + 1, 0, Integer.MAX_VALUE});
        from = b + 1;
        work = 0;
      }
    }
    if (from < blocks.count()) {
      tasks.add(new int[] {from, blocks.count(), 0, Integer.MAX_VALUE});
    }
    return tasks;
  }

  private ComparedPairs.Collected compare(int key, int[] task, PairComparison comparison) {
    ComparedPairs.Collected found = new ComparedPairs.Collected();
    Blocks mine = blocks.get(key);
    for (int b = task[0]; b < task[1]; b++) {
      int size = mine.size(b);
      for (int i = task[2]; i < Math.min(size, task[3]); i++) {
        int left = mine.member(b, i);
        for (int j = i + 1; j < size; j++) {
          int right = mine.member(b, j);
          if (left != right && mine.first(left, right) == b && !earlier(key, left, right)) {
            found.add(left, right, comparison.pattern(left, right));
          }
        }
      }
    }
    return found;
  }

  private boolean earlier(int key, int left, int right) {
    for (int k = 0; k < key; k++) {
      if (blocks.get(k).pairs(left, right)) {
        return true;
      }
    }
    return false;
  }

  public List<BlockingKey> keys() {
    return keys;
  }

  /** How many pairs each key found that no key before it had found. */
  public List<Long> newPairsByKey() {
    return List.copyOf(pairsByKey);
  }

  /** How many keys put two rows into a common block, of those that share a column only one. */
  public int keysPairing(int left, int right) {
    long used = 0;
    int pairing = 0;
    for (int k = 0; k < blocks.size(); k++) {
      if ((columnsOf[k] & used) == 0 && blocks.get(k).pairs(left, right)) {
        used |= columnsOf[k];
        pairing++;
      }
    }
    return pairing;
  }

  /** By key the columns that it rests on, each a bit. */
  private static long[] columnsOf(List<BlockingKey> keys) {
    List<String> columns =
        keys.stream().flatMap(k -> k.parts().stream()).map(KeyPart::column).distinct().toList();
    return keys.stream()
        .mapToLong(
            k ->
                k.parts().stream()
                    .mapToLong(p -> 1L << columns.indexOf(p.column()))
                    .reduce(0, (a, b) -> a | b))
        .toArray();
  }

  /** Whether a key puts two rows into a common block. */
  public boolean pairs(int key, int left, int right) {
    return blocks.get(key).pairs(left, right);
  }

  /** How many rows stood in blocks of a key that were too large and were cut. */
  public long cutRows(int key) {
    return blocks.get(key).cutRows();
  }
}
