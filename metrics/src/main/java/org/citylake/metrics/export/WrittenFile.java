package org.citylake.metrics.export;

import java.util.Optional;

/**
 * A file of a package.
 *
 * @param name its name in the folder
 * @param table the one table that it holds; empty when it holds several or none
 * @param rows how many rows of the table it holds
 */
public record WrittenFile(String name, Optional<String> table, long rows) {
  /** A file that holds no single table. */
  public static WrittenFile of(String name) {
    return new WrittenFile(name, Optional.empty(), 0);
  }

  /** A file that holds one table. */
  public static WrittenFile of(String name, ExportTable table, long rows) {
    return new WrittenFile(name, Optional.of(table.name()), rows);
  }
}
