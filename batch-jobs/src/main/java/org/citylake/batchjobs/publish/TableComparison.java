package org.citylake.batchjobs.publish;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map_entries;

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
    List<Column> columns = columns(now, Set.of());
    return minus(was, now, columns).isEmpty() && minus(now, was, columns).isEmpty();
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
    List<Column> columns = columns(now, ignored);
    Map<String, Row> before = byKey(minus(was, now, columns), key, most);
    Map<String, Row> after = byKey(minus(now, was, columns), key, most);
    List<Difference> found = new ArrayList<>();
    before.forEach(
        (k, row) -> {
          Row other = after.get(k);
          if (other == null) {
            found.add(new Difference(k, "*", row.mkString(" | "), "absent"));
          } else {
            addColumns(found, k, row, other);
          }
        });
    after.forEach(
        (k, row) -> {
          if (!before.containsKey(k)) {
            found.add(new Difference(k, "*", "absent", row.mkString(" | ")));
          }
        });
    return List.copyOf(found.subList(0, Math.min(most, found.size())));
  }

  private static void addColumns(List<Difference> found, String key, Row was, Row now) {
    for (StructField field : was.schema().fields()) {
      Object before = was.getAs(field.name());
      Object after = now.getAs(field.name());
      if (!Objects.equals(before, after)) {
        found.add(new Difference(key, field.name(), String.valueOf(before), String.valueOf(after)));
      }
    }
  }

  private static Dataset<Row> minus(Dataset<Row> left, Dataset<Row> right, List<Column> columns) {
    Column[] all = columns.toArray(Column[]::new);
    return left.select(all).exceptAll(right.select(all));
  }

  private static Map<String, Row> byKey(Dataset<Row> rows, List<String> key, int most) {
    Map<String, Row> map = new LinkedHashMap<>();
    Column[] order = key.stream().map(name -> col(name)).toArray(Column[]::new);
    for (Row row : rows.sort(order).limit(most).collectAsList()) {
      List<String> parts =
          key.stream().map(name -> String.valueOf(row.<Object>getAs(name))).toList();
      map.put(String.join("/", parts), row);
    }
    return map;
  }

  /** Spark cannot compare maps; their sorted entries say the same. */
  private static List<Column> columns(Dataset<Row> rows, Set<String> ignored) {
    return Arrays.stream(rows.schema().fields())
        .filter(f -> !ignored.contains(f.name()))
        .map(
            f ->
                f.dataType() instanceof MapType
                    ? array_sort(map_entries(col(f.name()))).as(f.name())
                    : col(f.name()))
        .toList();
  }
}
