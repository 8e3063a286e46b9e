package org.citylake.dashboard.drill;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads tables of the lakehouse by snapshot. Safe for several threads. */
public interface LakeReading {
  /** The table's newest snapshot; empty when there is no such table or nothing in it. */
  OptionalLong newest(String table);

  /**
   * Hands every row that fulfils all conditions over, in no order.
   *
   * @param row column to value, as a table scan gives them
   */
  void scan(
      String table,
      long snapshot,
      List<Condition> conditions,
      Consumer<Map<String, @Nullable Object>> row);
}
