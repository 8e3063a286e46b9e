package org.citylake.cli.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.value.Selector;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.Release;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * Follows selectors from row to row, table to table, down to the lines of delivered files. Every
 * table is read at the snapshot that the release pins.
 */
public final class EvidenceWalk {
  private static final int ROWS_SHOWN = 3;

  private final LakeCatalog lake;
  private final Release release;
  private final DeclarationLibrary library;
  private final DeliveredLine lines;
  private final Map<String, Map<String, @Nullable Object>> loads = new LinkedHashMap<>();

  EvidenceWalk(LakeCatalog lake, Release release, DeclarationLibrary library, DeliveredLine lines) {
    this.lake = lake;
    this.release = release;
    this.library = library;
    this.lines = lines;
  }

  /** The rows of a table at the release's snapshot that pass the filter, in the files' order. */
  public List<Map<String, @Nullable Object>> rows(String tableName, Expression filter) {
    Long snapshot = release.tables().get(tableName);
    if (snapshot == null) {
      throw new CityLakeException(
          Kind.DATA, "Release " + release.releaseId() + " has no table " + tableName);
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (CloseableIterable<Map<String, @Nullable Object>> scan =
        TableScan.rows(lake.load(tableName), snapshot, filter)) {
      scan.forEach(rows::add);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("Cannot close the scan of " + tableName, e);
    }
    return rows;
  }

  /** A filter of the rows of which a column has one of the values. */
  public static Expression among(String column, Collection<String> values) {
    // Iceberg's own evaluation of a set fails on a null.
    return Expressions.and(Expressions.notNull(column), Expressions.in(column, values.toArray()));
  }

  /** What the selected rows say, and what they rest on in turn. */
  Explanation follow(String selector) {
    Selector parsed = Selector.parse(selector);
    Table table = lake.load(parsed.table());
    Expression filter = Expressions.alwaysTrue();
    for (Map.Entry<String, String> column : parsed.columns().entrySet()) {
      filter = Expressions.and(filter, equal(table, column.getKey(), column.getValue()));
    }
    return explain(selector, parsed.table(), rows(parsed.table(), filter));
  }

  private Explanation explain(
      String title, String tableName, List<Map<String, @Nullable Object>> rows) {
    List<Map<String, @Nullable Object>> current = newestRevisions(tableName, rows);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rows", current.size());
    facts.put("snapshot", release.tables().get(tableName));
    List<Explanation> because = new ArrayList<>();
    for (Map<String, @Nullable Object> row :
        current.subList(0, Math.min(ROWS_SHOWN, current.size()))) {
      because.add(row(tableName, row));
    }
    if (current.size() > ROWS_SHOWN) {
      facts.put("shown", "the first " + ROWS_SHOWN);
    }
    return new Explanation(title, facts, because);
  }

  private Explanation row(String tableName, Map<String, @Nullable Object> row) {
    Map<String, Object> facts = new LinkedHashMap<>();
    row.forEach(
        (column, value) -> {
          if (value != null && !column.equals("evidence")) {
            facts.put(column, value);
          }
        });
    List<Explanation> because = new ArrayList<>();
    if (row.get("delivery") instanceof String delivery && row.get("line") instanceof Long line) {
      because.add(source(String.valueOf(row.get("load_id")), delivery, line));
    } else {
      derivedFrom(tableName).forEach(step -> because.add(down(step, row)));
      if (row.get("evidence") instanceof List<?> evidence) {
        evidence.forEach(selector -> because.add(follow(String.valueOf(selector))));
      }
    }
    return new Explanation(tableName, facts, because);
  }

  /** The delivered line itself. */
  private Explanation source(String loadId, String delivery, long line) {
    Map<String, @Nullable Object> load =
        loads.computeIfAbsent(
            loadId,
            id ->
                rows("audit.load", Expressions.equal("load_id", id)).stream()
                    .findFirst()
                    .orElse(Map.of()));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("source", load.getOrDefault("source_id", "?"));
    facts.put("file", load.getOrDefault("file", "?"));
    facts.put("sha256", delivery);
    facts.put("line", line);
    facts.put("arrived_at", load.getOrDefault("arrived_at", "?"));
    Optional<SourceDeclaration> source =
        library.findSource(String.valueOf(load.getOrDefault("source_id", "")));
    facts.put(
        "as sent",
        lines.find(delivery, line, source).orElse("the delivery is no longer kept in this home"));
    source
        .flatMap(SourceDeclaration::origin)
        .ifPresent(
            o -> facts.put("origin", o.producer() + ", " + o.title() + ", " + o.licenceName()));
    return new Explanation("delivered line", facts, List.of());
  }

  private List<Map<?, ?>> derivedFrom(String tableName) {
    Object steps =
        library
            .findTable(tableName)
            .map(t -> t.contract().custom().get("derivedFrom"))
            .orElse(null);
    List<Map<?, ?>> result = new ArrayList<>();
    if (steps instanceof List<?> list) {
      for (Object step : list) {
        if (step instanceof Map<?, ?> map) {
          result.add(map);
        }
      }
    }
    return result;
  }

  private Explanation down(Map<?, ?> step, Map<String, @Nullable Object> row) {
    String tableName = String.valueOf(step.get("table"));
    Table table = lake.load(tableName);
    Expression filter = Expressions.alwaysTrue();
    StringBuilder title = new StringBuilder(tableName);
    String joint = "?";
    if (step.get("on") instanceof Map<?, ?> on) {
      for (Map.Entry<?, ?> pair : on.entrySet()) {
        String value = String.valueOf(row.get(String.valueOf(pair.getValue())));
        filter = Expressions.and(filter, equal(table, String.valueOf(pair.getKey()), value));
        title.append(joint).append(pair.getKey()).append('=').append(value);
        joint = "&";
      }
    }
    if (step.get("withinYear") instanceof Map<?, ?> within) {
      for (Map.Entry<?, ?> pair : within.entrySet()) {
        int year = Integer.parseInt(String.valueOf(row.get(String.valueOf(pair.getValue()))));
        String column = String.valueOf(pair.getKey());
        filter =
            Expressions.and(
                filter,
                Expressions.and(
                    Expressions.greaterThanOrEqual(column, LocalDate.of(year, 1, 1).toString()),
                    Expressions.lessThan(column, LocalDate.of(year + 1, 1, 1).toString())));
        title.append(joint).append(column).append(" in ").append(year);
        joint = "&";
      }
    }
    return explain(title.toString(), tableName, rows(tableName, filter));
  }

  /** Of rows that are versions of one key, the one with the highest revision; in key order. */
  private List<Map<String, @Nullable Object>> newestRevisions(
      String tableName, List<Map<String, @Nullable Object>> rows) {
    List<String> key =
        library
            .findTable(tableName)
            .map(
                t ->
                    t.contract().primaryKey().stream()
                        .map(p -> p.name())
                        .filter(n -> !n.equals("revision"))
                        .toList())
            .orElse(List.of());
    if (key.isEmpty()) {
      return rows;
    }
    Map<String, Map<String, @Nullable Object>> newest = new java.util.TreeMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      StringBuilder text = new StringBuilder();
      key.forEach(column -> text.append(row.get(column)).append('\u0000'));
      newest.merge(text.toString(), row, (a, b) -> revision(b) > revision(a) ? b : a);
    }
    return List.copyOf(newest.values());
  }

  private static int revision(Map<String, @Nullable Object> row) {
    return row.get("revision") instanceof Integer revision ? revision : 0;
  }

  private static Expression equal(Table table, String column, String value) {
    if (table.schema().findField(column) == null) {
      throw new CityLakeException(
          Kind.DATA, "Cannot follow " + table.name() + ": it has no column " + column);
    }
    Type.TypeID type = table.schema().findType(column).typeId();
    return switch (type) {
      case INTEGER -> Expressions.equal(column, Integer.parseInt(value));
      case LONG -> Expressions.equal(column, Long.parseLong(value));
      case BOOLEAN -> Expressions.equal(column, Boolean.parseBoolean(value));
      default -> Expressions.equal(column, value);
    };
  }
}
