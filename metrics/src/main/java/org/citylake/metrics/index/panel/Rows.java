package org.citylake.metrics.index.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The rows of a panel: units in periods, ordered by period, then unit, so that the order in which
 * data come changes nothing. Immutable.
 */
public final class Rows {
  private final List<Key> keys;
  private final List<Block> blocks = new ArrayList<>();
  private final List<int[]> byPeriod;
  private final Map<Key, Integer> places = new HashMap<>();

  /** A unit in a period. */
  public record Key(String unit, String period) {}

  /**
   * The rows of one period.
   *
   * @param period the period
   * @param from the first row
   * @param to the row after the last
   */
  public record Block(String period, int from, int to) {
    /** How many rows. */
    public int size() {
      return to - from;
    }

    /** The rows' numbers. */
    public int[] rows() {
      return IntStream.range(from, to).toArray();
    }
  }

  private Rows(List<Key> sorted) {
    keys = List.copyOf(sorted);
    int from = 0;
    for (int i = 0; i < keys.size(); i++) {
      places.put(keys.get(i), i);
      if (i + 1 == keys.size() || !keys.get(i + 1).period().equals(keys.get(i).period())) {
        blocks.add(new Block(keys.get(i).period(), from, i + 1));
        from = i + 1;
      }
    }
    byPeriod = blocks.stream().map(Block::rows).toList();
  }

  /** The rows with these keys, each once. */
  public static Rows of(Collection<Key> keys) {
    return new Rows(
        keys.stream()
            .distinct()
            .sorted(Comparator.comparing(Key::period).thenComparing(Key::unit))
            .toList());
  }

  /** Every unit in every period. */
  public static Rows of(Collection<String> units, Collection<String> periods) {
    List<Key> keys = new ArrayList<>();
    for (String period : new TreeSet<>(periods)) {
      for (String unit : new TreeSet<>(units)) {
        keys.add(new Key(unit, period));
      }
    }
    return new Rows(keys);
  }

  /** How many rows. */
  public int size() {
    return keys.size();
  }

  /** The row's unit. */
  public String unit(int row) {
    return keys.get(row).unit();
  }

  /** The row's period. */
  public String period(int row) {
    return keys.get(row).period();
  }

  /** Unit and period, for messages. */
  public String name(int row) {
    Key key = keys.get(row);
    return key.period().isEmpty() ? key.unit() : key.unit() + " " + key.period();
  }

  /** The row of a unit in a period. */
  public OptionalInt find(String unit, String period) {
    Integer place = places.get(new Key(unit, period));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The periods, each with its rows. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** The rows' numbers of each period. */
  List<int[]> byPeriod() {
    return byPeriod;
  }

  /** The periods in order. */
  public List<String> periods() {
    return blocks.stream().map(Block::period).toList();
  }

  /** The units in order, each once. */
  public List<String> units() {
    return keys.stream().map(Key::unit).distinct().sorted().toList();
  }

  /** All rows' numbers. */
  public int[] all() {
    return IntStream.range(0, size()).toArray();
  }
}
