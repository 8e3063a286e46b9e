package org.citylake.core.declaration;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.citylake.core.problem.Problems;

/** Compares the tables that a statement reads with those that are declared as its inputs. */
final class SqlRules {
  private SqlRules() {}

  static void check(
      SqlFile sql,
      String name,
      List<String> inputs,
      Predicate<String> relations,
      Problems problems) {
    for (String input : inputs) {
      if (!relations.test(input)) {
        problems.add(
            name, sql.headerLine(), "unknown-table", input, "There is no table '" + input + "'");
      } else if (!sql.names(input)) {
        problems.add(
            name,
            sql.headerLine(),
            "inputs-differ",
            input,
            "The table is declared as an input, but the statement does not read it");
      }
    }
    for (String table : sql.tablesRead()) {
      if (!inputs.contains(table)) {
        problems.add(
            name,
            sql.headerLine(),
            "inputs-differ",
            table,
            "The statement reads the table, but it is not declared as an input");
      }
    }
    sql.declaredInputs()
        .filter(declared -> !new TreeSet<>(declared).equals(new TreeSet<>(inputs)))
        .ifPresent(
            declared ->
                problems.add(
                    name,
                    sql.headerLine(),
                    "inputs-differ",
                    String.join(", ", declared),
                    "The header names other inputs than the declaration: "
                        + String.join(", ", inputs)));
  }
}
