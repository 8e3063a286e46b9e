package org.citylake.metrics.index.panel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;

/** Gathers the cells of a panel file, reporting those that cannot be used. */
final class PanelBuilder {
  private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NULL", "null");

  private final String file;
  private final Rows rows;
  private final Problems problems;
  private final Map<String, Column.Builder> columns = new HashMap<>();
  private final Map<String, Column.Builder> targets = new HashMap<>();
  private final Map<String, Direction> directions = new HashMap<>();
  private final Map<String, String[]> groups = new TreeMap<>();
  private final Map<String, java.util.BitSet> told = new HashMap<>();

  PanelBuilder(String file, Rows rows, Problems problems) {
    this.file = file;
    this.rows = rows;
    this.problems = problems;
  }

  /** A number, or a reason why there is none. */
  void value(Rows.Key key, String code, String text, String status, int line) {
    int row = rows.find(key.unit(), key.period()).orElseThrow();
    java.util.BitSet cells = told.computeIfAbsent(code, c -> new java.util.BitSet());
    if (cells.get(row)) {
      problem(line, "unit-twice", rows.name(row) + " " + code, "The panel has this datum twice");
      return;
    }
    cells.set(row);
    Column.Builder column = columns.computeIfAbsent(code, c -> Column.builder(rows.size()));
    Optional<Status> given =
        status.isBlank() ? Optional.of(Status.REPORTED) : Status.find(status.strip());
    if (given.isEmpty()) {
      problem(
          line,
          "unknown-status",
          status,
          "There is no such status" + NearestName.hint(status, Status.given()));
      return;
    }
    Optional<Double> number = number(text, code, line);
    if (number.isPresent() && given.get().hasValue()) {
      column.set(row, number.get(), given.get());
    } else if (number.isPresent()) {
      problem(
          line,
          "status-contradicts",
          code + " = " + text + ", " + status,
          "A datum of this status has no value");
    } else if (!given.get().hasValue()) {
      column.remove(row, given.get());
    }
  }

  void target(Rows.Key key, String code, String text, int line) {
    number(text, code, line)
        .ifPresent(
            target ->
                targets
                    .computeIfAbsent(code, c -> Column.builder(rows.size()))
                    .set(
                        rows.find(key.unit(), key.period()).orElseThrow(),
                        target,
                        Status.REPORTED));
  }

  void direction(String code, String text, int line) {
    if (text.isBlank()) {
      return;
    }
    Optional<Direction> direction =
        Arrays.stream(Direction.values())
            .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(text.strip()))
            .findFirst();
    if (direction.isEmpty()) {
      problem(line, "unknown-direction", text, "A direction is higher, lower or neutral");
      return;
    }
    Direction first = directions.putIfAbsent(code, direction.get());
    if (first != null && first != direction.get()) {
      problem(line, "two-directions", code, "The indicator has two directions");
    }
  }

  void group(Rows.Key key, String name, String group) {
    String[] column =
        groups.computeIfAbsent(
            name,
            n -> {
              String[] empty = new String[rows.size()];
              Arrays.fill(empty, "");
              return empty;
            });
    column[rows.find(key.unit(), key.period()).orElseThrow()] =
        MISSING.contains(group) ? "" : group;
  }

  Panel build() {
    Map<String, List<String>> names = new HashMap<>();
    groups.forEach((name, values) -> names.put(name, List.of(values)));
    return new Panel(rows, built(columns), built(targets), directions, names, Map.of());
  }

  private Optional<Double> number(String text, String code, int line) {
    String stripped = text.strip();
    if (MISSING.contains(stripped)) {
      return Optional.empty();
    }
    OptionalDouble number = NumberText.find(stripped);
    if (number.isPresent()) {
      return Optional.of(number.getAsDouble());
    }
    problem(
        line,
        "not-a-number",
        code + " = " + text,
        "The cell is no number; leave it empty where the value is missing");
    return Optional.empty();
  }

  private static Map<String, Column> built(Map<String, Column.Builder> builders) {
    Map<String, Column> columns = new HashMap<>();
    builders.forEach((code, builder) -> columns.put(code, builder.build()));
    return columns;
  }

  private void problem(int line, String rule, String value, String message) {
    problems.add(file, line, rule, value, message);
  }
}
