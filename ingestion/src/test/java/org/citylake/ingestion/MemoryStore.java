package org.citylake.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.citylake.core.contract.DataContract;
import org.citylake.ingestion.store.TableStore;
import org.citylake.lakehouse.table.PendingAppend;
import org.jspecify.annotations.Nullable;

/** Tables in memory, with a commit at which the process dies. */
public final class MemoryStore implements TableStore {
  private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();
  private final Set<String> commits = new LinkedHashSet<>();
  private String dieBefore = "";

  /** Makes the next commit to the table throw. */
  public void dieBeforeCommitTo(String table) {
    dieBefore = table;
  }

  /** Drops everything. */
  public void clear() {
    tables.clear();
    commits.clear();
  }

  /** All rows of a table, in the order they came. */
  public List<Map<String, @Nullable Object>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** Number of commits so far. */
  public int commits() {
    return commits.size();
  }

  @Override
  public boolean exists(String table) {
    return tables.containsKey(table);
  }

  @Override
  public void apply(DataContract contract) {
    tables.putIfAbsent(contract.id(), new ArrayList<>());
  }

  @Override
  public PendingAppend begin(String table, String commitId) {
    List<Map<String, @Nullable Object>> pending = new ArrayList<>();
    return new PendingAppend() {
      @Override
      public void add(Map<String, ? extends @Nullable Object> row) {
        pending.add(new LinkedHashMap<>(row));
      }

      @Override
      public long commit() {
        if (table.equals(dieBefore)) {
          dieBefore = "";
          throw new IllegalStateException("died before the commit to " + table);
        }
        if (commits.add(commitId)) {
          tables.computeIfAbsent(table, t -> new ArrayList<>()).addAll(pending);
        }
        return new ArrayList<>(commits).indexOf(commitId);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void replace(
      String table, Iterable<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<Map<String, @Nullable Object>> target = new ArrayList<>();
    rows.forEach(row -> target.add(new LinkedHashMap<>(row)));
    tables.put(table, target);
  }

  @Override
  public void scan(
      String table, String column, String value, Consumer<Map<String, @Nullable Object>> reader) {
    scan(
        table,
        row -> {
          if (value.equals(row.get(column))) {
            reader.accept(row);
          }
        });
  }

  @Override
  public void scan(
      String table, List<String> columns, Consumer<Map<String, @Nullable Object>> reader) {
    scan(table, reader);
  }

  @Override
  public void scan(String table, Consumer<Map<String, @Nullable Object>> reader) {
    new ArrayList<>(rows(table)).forEach(reader);
  }
}
