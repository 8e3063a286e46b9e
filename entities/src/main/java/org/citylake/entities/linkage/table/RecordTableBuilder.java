package org.citylake.entities.linkage.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes records row by row and puts them in the order of a hash of their content. */
public final class RecordTableBuilder {
  private static final int FEW = 1024;

  private final List<String> sources;
  private final List<String> names;
  private final int[] rowsOfSource;
  private final ValueDictionary[] dictionaries;
  private final int[][] codes;
  private int[] sourceOf = new int[FEW];
  private int[] rowOf = new int[FEW];
  private int size;

  /** A builder for records of some sources with some columns. */
  public RecordTableBuilder(List<String> sources, List<String> columns) {
    this.sources = sources.stream().sorted().toList();
    this.names = List.copyOf(columns);
    this.rowsOfSource = new int[sources.size()];
    this.dictionaries = new ValueDictionary[columns.size()];
    Arrays.setAll(dictionaries, c -> new ValueDictionary());
    this.codes = new int[columns.size()][FEW];
  }

  /**
   * Adds the next record of a source.
   *
   * @param record its values in the order of the columns; null for a missing one
   */
  public void add(String source, @Nullable String[] record) {
    int place = sources.indexOf(source);
    if (place < 0) {
      throw new IllegalArgumentException("No such source: " + source);
    }
    if (size == sourceOf.length) {
      sourceOf = Arrays.copyOf(sourceOf, size * 2);
      rowOf = Arrays.copyOf(rowOf, size * 2);
      Arrays.setAll(codes, c -> Arrays.copyOf(codes[c], size * 2));
    }
    sourceOf[size] = place;
    rowOf[size] = ++rowsOfSource[place];
    for (int c = 0; c < codes.length; c++) {
      String value = record[c];
      codes[c][size] = value == null ? ValueColumn.MISSING : dictionaries[c].code(value);
    }
    size++;
  }

  /** How many records there are. */
  public int size() {
    return size;
  }

  /** The first value that stands twice in a column within one source; empty when none does. */
  public Optional<String> repeated(String column) {
    int c = names.indexOf(column);
    for (int source = 0; source < sources.size(); source++) {
      boolean[] seen = new boolean[dictionaries[c].size()];
      for (int r = 0; r < size; r++) {
        int code = codes[c][r];
        if (sourceOf[r] == source && code != ValueColumn.MISSING) {
          if (seen[code]) {
            return Optional.of(dictionaries[c].value(code));
          }
          seen[code] = true;
        }
      }
    }
    return Optional.empty();
  }

  /** The first row of a source without a value in a column, {@code SOURCE, record N}. */
  public Optional<String> missing(String column) {
    int c = names.indexOf(column);
    for (int r = 0; r < size; r++) {
      if (codes[c][r] == ValueColumn.MISSING) {
        return Optional.of(sources.get(sourceOf[r]) + ", record " + rowOf[r]);
      }
    }
    return Optional.empty();
  }

  /** A column's distinct values in the order in which they were first seen. */
  public List<String> distinct(String column) {
    return dictionaries[names.indexOf(column)].values();
  }

  /** The value of a record, by the order in which they were added; empty for a missing one. */
  public Optional<String> value(int record, String column) {
    int c = names.indexOf(column);
    int code = codes[c][record];
    return code == ValueColumn.MISSING
        ? Optional.empty()
        : Optional.of(dictionaries[c].value(code));
  }

  /** Some of a column's values, the first ones seen. */
  public List<String> sample(String column, int most) {
    List<String> values = new ArrayList<>();
    ValueDictionary dictionary = dictionaries[names.indexOf(column)];
    for (int v = 0; v < Math.min(most, dictionary.size()); v++) {
      values.add(dictionary.value(v));
    }
    return values;
  }

  /**
   * The table; the builder is of no more use.
   *
   * @param idColumn the column with the ids, unique within each source; empty to number the rows of
   *     each source from 1
   * @param ignored columns that are left out
   */
  public RecordTable build(Optional<String> idColumn, Set<String> ignored) {
    int id = idColumn.map(names::indexOf).orElse(-1);
    int[] order = order(id);
    int[] orderedSources = new int[size];
    String[] ids = new String[size];
    for (int i = 0; i < size; i++) {
      int row = order[i];
      orderedSources[i] = sourceOf[row];
      ids[i] = id < 0 ? Integer.toString(rowOf[row]) : dictionaries[id].value(codes[id][row]);
    }
    List<ValueColumn> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      if (c != id && !ignored.contains(names.get(c))) {
        columns.add(column(c, order));
      }
      dictionaries[c] = new ValueDictionary();
      codes[c] = new int[0];
    }
    return new RecordTable(sources, orderedSources, ids, columns);
  }

  /** Codes by first appearance in the new order, so that they too depend on content alone. */
  private ValueColumn column(int column, int[] order) {
    int[] renamed = new int[dictionaries[column].size()];
    Arrays.fill(renamed, ValueColumn.MISSING);
    String[] ordered = new String[renamed.length];
    int used = 0;
    int[] result = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int code = codes[column][order[i]];
      if (code != ValueColumn.MISSING && renamed[code] == ValueColumn.MISSING) {
        ordered[used] = dictionaries[column].value(code);
        renamed[code] = used++;
      }
      result[i] = code == ValueColumn.MISSING ? code : renamed[code];
    }
    return new ValueColumn(names.get(column), result, List.of(ordered));
  }

  private int[] order(int id) {
    int bits = Math.max(1, 64 - Long.numberOfLeadingZeros(size));
    long low = (1L << bits) - 1;
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      keys[row] = (Hashes.of(text(row, id)) & ~low) | row;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int from = 0; from < size; ) {
      int to = from;
      while (to < size && (keys[to] & ~low) == (keys[from] & ~low)) {
        order[to] = (int) (keys[to] & low);
        to++;
      }
      if (to - from > 1) {
        sortByText(order, from, to, id);
      }
      from = to;
    }
    return order;
  }

  /** Rows of one hash, which are nearly always equal, by what they say and then by their place. */
  private void sortByText(int[] order, int from, int to, int id) {
    int[] sorted =
        Arrays.stream(order, from, to)
            .boxed()
            .sorted((a, b) -> text(a, id).compareTo(text(b, id)))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }

  /** What decides a record's place. */
  private String text(int row, int id) {
    StringBuilder text = new StringBuilder(sources.get(sourceOf[row]));
    for (int c = id < 0 ? 0 : id; c < (id < 0 ? names.size() : id + 1); c++) {
      int code = codes[c][row];
      text.append('\u0000')
          .append(code == ValueColumn.MISSING ? "\u0001" : dictionaries[c].value(code));
    }
    return text.toString();
  }
}
