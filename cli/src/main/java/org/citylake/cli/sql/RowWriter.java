package org.citylake.cli.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as they come. */
interface RowWriter {
  /** Called once, first. */
  void columns(List<String> names);

  /** Called per row; values as {@link SqlValue} gives them. */
  void row(List<@Nullable Object> values);

  /** Called once, last. */
  void end();
}
