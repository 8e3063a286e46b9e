package org.citylake.batchjobs.publish;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** Compares two states of a table as bags of rows, whatever their order and files. */
public final class TableComparison {
  /** How often a row stands in the state before, less how often in the state now. */
  private static final String SURPLUS = "surplus_before";

  private TableComparison() {}

  /**
   * A value that differs.
   *
   * @param key the row's key, parts joined by a slash
   * @param column the column; {@code *} when the whole row is on one side only
   * @param was the value before as text, {@code null} as text for null, {@code absent} for no row
   * @param now the value now, likewise
   */
  public record Difference(String key, String column, String was, String now) {}

  /** Whether both hold the same rows, all columns compared unrounded. */
  public static boolean same(Dataset<Row> was, Dataset<Row> now) {
    // Counts stand in the metadata of files; a table that is filled first is told by them alone.
    return was.count() == now.count() && differing(was, now, Set.of()).isEmpty();
  }

  /**
   * The first differences by key; none when the states are equal.
   *
   * @param key columns that tell rows apart
   * @param ignored columns that are not compared
   * @param most how many differences are listed at most
   */
  public static List<Difference> differences(
      Dataset<Row> was, Dataset<Row> now, List<String> key, Set<String> ignored, int most) {
    Column[] order = key.stream().map(name -> col(name)).toArray(Column[]::new);
    // A key has at most a row on each side, so these hold the first keys whole.
    List<Row> rows = differing(was, now, ignored).sort(order).limit(2 * most + 1).collectAsList();
    Map<String, RowPair> byKey = new LinkedHashMap<>();
    for (Row row : rows) {
      byKey.computeIfAbsent(key(row, key), k -> new RowPair()).add(row);
    }
    List<Difference> found = new ArrayList<>();
    byKey.forEach((k, pair) -> pair.addTo(found, k));
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  /** The rows that one state has more often than the other, with {@link #SURPLUS}. */
  private static Dataset<Row> differing(Dataset<Row> was, Dataset<Row> now, Set<String> ignored) {
    Column[] columns = columns(now, ignored);
    Column[] names =
        Arrays.stream(now.schema().fieldNames())
            .filter(name -> !ignored.contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return was.select(columns)
        .withColumn(SURPLUS, lit(1))
        .unionAll(now.select(columns).withColumn(SURPLUS, lit(-1)))
        .groupBy(names)
        .agg(sum(SURPLUS).as(SURPLUS))
        .where(col(SURPLUS).notEqual(0));
  }

  private static String key(Row row, List<String> key) {
    return String.join(
        "/", key.stream().map(name -> String.valueOf(row.<Object>getAs(name))).toList());
  }

  /** Spark cannot compare maps; their sorted entries say the same. */
  private static Column[] columns(Dataset<Row> rows, Set<String> ignored) {
    return Arrays.stream(rows.schema().fields())
        .filter(f -> !ignored.contains(f.name()))
        .map(
            f ->
                f.dataType() instanceof MapType
                    ? array_sort(map_entries(col(f.name()))).as(f.name())
                    : col(f.name()))
        .toArray(Column[]::new);
  }

  /** The rows of one key that only one state has. */
  private static final class RowPair {
    private final List<Row> was = new ArrayList<>();
    private final List<Row> now = new ArrayList<>();

    void add(Row row) {
      (row.<Long>getAs(SURPLUS) > 0 ? was : now).add(row);
    }

    void addTo(List<Difference> found, String key) {
      if (was.size() == 1 && now.size() == 1) {
        addColumns(found, key);
        return;
      }
      was.forEach(row -> found.add(new Difference(key, "*", text(row), "absent")));
      now.forEach(row -> found.add(new Difference(key, "*", "absent", text(row))));
    }

    private void addColumns(List<Difference> found, String key) {
      for (StructField field : was.get(0).schema().fields()) {
        Object before = was.get(0).getAs(field.name());
        Object after = now.get(0).getAs(field.name());
        if (!field.name().equals(SURPLUS) && !Objects.equals(before, after)) {
          found.add(
              new Difference(key, field.name(), String.valueOf(before), String.valueOf(after)));
        }
      }
    }

    private static String text(Row row) {
      return String.join(
          ", ",
          Arrays.stream(row.schema().fieldNames())
              .filter(name -> !name.equals(SURPLUS))
              .map(name -> name + "=" + row.<Object>getAs(name))
              .toList());
    }
  }
}
