package org.citylake.lakehouse.view;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A view that the catalog server answers for every release that has its tables.
 *
 * @param name without the namespace
 * @param comment what one row is
 * @param columns in the order of the statement
 * @param statement Trino SQL, which names tables as {@code namespace.table}
 * @param named tables and views that the statement names
 * @param tables all that it reads, by way of other views too
 */
public record ReleasedView(
    String name,
    String comment,
    List<Column> columns,
    String statement,
    List<String> named,
    List<String> tables) {
  public ReleasedView {
    columns = List.copyOf(columns);
    named = List.copyOf(named);
    tables = List.copyOf(tables);
  }

  /**
   * A column.
   *
   * @param type Iceberg's name of it
   */
  public record Column(String name, String type, String description) {}

  /** The statement where a prefix stands before every namespace; none when it is empty. */
  public String statement(String prefix) {
    String prefixed = statement;
    for (String relation : named) {
      prefixed =
          prefixed.replaceAll("(?<![\\w.])" + Pattern.quote(relation) + "\\b", prefix + relation);
    }
    return prefixed;
  }
}
