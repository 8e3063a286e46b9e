package org.citylake.entities.linkage.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citylake.entities.linkage.table.ValueColumn;
import org.jspecify.annotations.Nullable;

/** A column in the form in which it is compared: one code for each distinct normalised value. */
public final class ComparedColumn {
  private final String name;
  private final int[] codes;
  private final List<String> values;
  private final int[] counts;
  private final int present;
  private @Nullable TokenSets tokens;
  private volatile long @Nullable [] bags;

  private ComparedColumn(String name, int[] codes, List<String> values, int[] counts) {
    this.name = name;
    this.codes = codes;
    this.values = values;
    this.counts = counts;
    this.present = Arrays.stream(counts).sum();
  }

  /**
   * Normalises a column.
   *
   * @param form what makes the compared form of a value; an empty one is missing
   */
  public static ComparedColumn of(ValueColumn column, Function<String, String> form) {
    Map<String, Integer> places = new HashMap<>();
    List<String> values = new ArrayList<>();
    int[] renamed = new int[column.values().size()];
    for (int v = 0; v < renamed.length; v++) {
      String normal = form.apply(column.values().get(v));
      if (normal.isEmpty()) {
        renamed[v] = ValueColumn.MISSING;
        continue;
      }
      Integer known = places.putIfAbsent(normal, values.size());
      renamed[v] = known == null ? values.size() : known;
      if (known == null) {
        values.add(normal);
      }
    }
    int[] codes = new int[column.size()];
    int[] counts = new int[values.size()];
    for (int r = 0; r < codes.length; r++) {
      int code = column.code(r);
      codes[r] = code == ValueColumn.MISSING ? code : renamed[code];
      if (codes[r] != ValueColumn.MISSING) {
        counts[codes[r]]++;
      }
    }
    return new ComparedColumn(column.name(), codes, List.copyOf(values), counts);
  }

  /** The same values seen from other rows. */
  public ComparedColumn select(int[] records) {
    int[] selected = new int[records.length];
    for (int i = 0; i < records.length; i++) {
      selected[i] = codes[records[i]];
    }
    ComparedColumn view = new ComparedColumn(name, selected, values, counts);
    view.tokens = tokens;
    view.bags = bags;
    return view;
  }

  public String name() {
    return name;
  }

  /** The code of a row's value, or {@link ValueColumn#MISSING}. */
  public int code(int row) {
    return codes[row];
  }

  /** The distinct normalised values. */
  public List<String> values() {
    return values;
  }

  /** How many rows there are. */
  public int size() {
    return codes.length;
  }

  /** The share of the records with a value that have this one, above 0 and up to 1. */
  public double frequency(int code) {
    return (double) counts[code] / present;
  }

  /** How many records have the value. */
  public int count(int code) {
    return counts[code];
  }

  /** How many records have a value. */
  public int present() {
    return present;
  }

  /** By value its bag of characters. */
  long[] bags() {
    long[] known = bags;
    if (known == null) {
      known = values.stream().mapToLong(CharacterBag::of).toArray();
      bags = known;
    }
    return known;
  }

  /** The values as sets of tokens. */
  public synchronized TokenSets tokens() {
    if (tokens == null) {
      tokens = TokenSets.of(values);
    }
    return tokens;
  }
}
