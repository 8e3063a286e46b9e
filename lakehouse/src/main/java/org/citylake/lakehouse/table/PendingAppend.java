package org.citylake.lakehouse.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written as they come and stand in the table all at once when they are committed, so
 * that what they say can be judged in between. Closed without a commit, nothing is left of them.
 */
public interface PendingAppend extends AutoCloseable {
  /**
   * Writes a row: column to value, absent columns are null.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when a value does not fit its column
   *     exactly
   */
  void add(Map<String, ? extends @Nullable Object> row);

  /** Puts all rows into the table and gives the snapshot that holds them. */
  long commit();

  @Override
  void close();
}
