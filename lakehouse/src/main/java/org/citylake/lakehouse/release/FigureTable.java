package org.citylake.lakehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.value.Selector;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures as releases are compared by it.
 *
 * @param name {@code namespace.table}
 * @param key columns that address a row, in the order of its selector
 * @param value the column that is compared
 * @param basis columns that tell what a value rests on
 */
record FigureTable(String name, List<String> key, String value, List<String> basis) {
  static final FigureTable INDICATORS =
      new FigureTable(
          "metric.indicator_value",
          List.of("indicator_code", "ref_area", "time_period"),
          "value",
          List.of("evidence"));

  static final FigureTable SCORES =
      new FigureTable(
          "metric.index_score",
          List.of("edition", "unit", "time_period", "node"),
          "score",
          List.of());

  /** No figures of their own, but scores rest on them. */
  static final FigureTable TARGETS =
      new FigureTable(
          "metric.indicator_target", List.of("source_id", "source_key"), "target", List.of());

  /**
   * A figure of two releases.
   *
   * @param columns of the newer row, or of the older one where there is no newer
   * @param evidence selectors of the rows that either rests on
   */
  record Pair(
      String selector,
      Map<String, @Nullable Object> columns,
      List<String> evidence,
      @Nullable String before,
      @Nullable String now) {}

  /** The figures whose value differs, by selector; a row without a value counts as none. */
  Map<String, Pair> differences(LakeCatalog live, Release before, Release now) {
    Map<String, Pair> pairs = new TreeMap<>();
    if (Objects.equals(before.tables().get(name), now.tables().get(name))) {
      return pairs;
    }
    Map<String, Map<String, @Nullable Object>> old = rows(live, before);
    Map<String, Map<String, @Nullable Object>> young = rows(live, now);
    TreeSet<String> selectors = new TreeSet<>(old.keySet());
    selectors.addAll(young.keySet());
    for (String selector : selectors) {
      Map<String, @Nullable Object> was = old.getOrDefault(selector, Map.of());
      Map<String, @Nullable Object> is = young.getOrDefault(selector, Map.of());
      String oldText = text(was.get(value));
      String newText = text(is.get(value));
      if (!Objects.equals(oldText, newText)) {
        List<String> evidence = new ArrayList<>(evidence(is));
        evidence.addAll(evidence(was));
        pairs.put(
            selector, new Pair(selector, is.isEmpty() ? was : is, evidence, oldText, newText));
      }
    }
    return pairs;
  }

  private Map<String, Map<String, @Nullable Object>> rows(LakeCatalog live, Release release) {
    Map<String, Map<String, @Nullable Object>> rows = new TreeMap<>();
    Long snapshot = release.tables().get(name);
    if (snapshot == null) {
      return rows;
    }
    List<String> columns = new ArrayList<>(key);
    columns.add(value);
    columns.addAll(basis);
    try (CloseableIterable<Map<String, @Nullable Object>> scan =
        TableScan.rows(live.load(name), snapshot, Expressions.alwaysTrue(), columns)) {
      scan.forEach(row -> rows.put(selector(row), row));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
    return rows;
  }

  private String selector(Map<String, @Nullable Object> row) {
    Map<String, String> address = new LinkedHashMap<>();
    key.forEach(column -> address.put(column, String.valueOf(row.get(column))));
    return new Selector(name, address).toString();
  }

  private static List<String> evidence(Map<String, @Nullable Object> row) {
    return row.get("evidence") instanceof List<?> selectors
        ? selectors.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
