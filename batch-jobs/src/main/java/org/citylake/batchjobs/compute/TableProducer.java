package org.citylake.batchjobs.compute;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.TableDeclaration;

/** Gives a table's whole new state from other tables; a pure function of them. */
public interface TableProducer {
  /** The table that it gives. */
  TableDeclaration table();

  /** Full names of the tables that it reads, whether they are there or not. */
  List<String> inputs();

  /** How the rows came about, once they were asked for; empty when there is nothing to tell. */
  default String account() {
    return "";
  }

  /**
   * Work that it shares with other producers, by a name of the work: done once, before any of them,
   * and beside other work. {@link #rows} does what was not done before.
   */
  default Map<String, Consumer<Relations>> shared() {
    return Map.of();
  }

  /** Whether it goes on from its former state, so that its inputs alone do not give it again. */
  default boolean goesOn() {
    return false;
  }

  /** The rows, with at least the table's columns. */
  Dataset<Row> rows(Relations relations);
}
