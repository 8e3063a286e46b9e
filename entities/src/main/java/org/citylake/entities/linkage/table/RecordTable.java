package org.citylake.entities.linkage.table;

import java.util.List;

/**
 * The records of all sources in an order that depends on their content alone, never on the order of
 * rows or files.
 */
public final class RecordTable {
  private final List<String> sources;
  private final int[] sourceOf;
  private final String[] ids;
  private final List<ValueColumn> columns;

  RecordTable(List<String> sources, int[] sourceOf, String[] ids, List<ValueColumn> columns) {
    this.sources = List.copyOf(sources);
    this.sourceOf = sourceOf;
    this.ids = ids;
    this.columns = List.copyOf(columns);
  }

  /** The names of the sources, sorted. */
  public List<String> sources() {
    return sources;
  }

  /** The place of the record's source among {@link #sources()}. */
  public int source(int record) {
    return sourceOf[record];
  }

  /** The record's id, unique within its source. */
  public String id(int record) {
    return ids[record];
  }

  /** The columns, without the id. */
  public List<ValueColumn> columns() {
    return columns;
  }

  /** How many records there are. */
  public int size() {
    return ids.length;
  }
}
