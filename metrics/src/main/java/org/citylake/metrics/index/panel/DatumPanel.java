package org.citylake.metrics.index.panel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;

/** Gathers single data into a panel. */
final class DatumPanel {
  private final List<Datum> data;
  private final Problems problems = new Problems();

  DatumPanel(List<Datum> given) {
    data =
        given.stream()
            .sorted(
                Comparator.comparing(Datum::period)
                    .thenComparing(Datum::indicator)
                    .thenComparing(Datum::unit))
            .toList();
  }

  /**
   * The panel.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA that names every datum that comes
   *     twice, every number that is not finite, every unknown status, and every indicator with more
   *     than one direction
   */
  Panel panel() {
    Rows rows = Rows.of(data.stream().map(d -> new Rows.Key(d.unit(), d.period())).toList());
    Map<String, Column.Builder> columns = new HashMap<>();
    Map<String, Column.Builder> targets = new HashMap<>();
    Map<String, Direction> directions = new HashMap<>();
    Map<String, Map<Integer, List<String>>> evidence = new HashMap<>();
    List<String> before = List.of();
    for (Datum datum : data) {
      List<String> key = List.of(datum.unit(), datum.period(), datum.indicator());
      if (key.equals(before)) {
        problems.add("panel", 0, "unit-twice", key.toString(), "The panel has this datum twice");
      }
      before = key;
      int row = rows.find(datum.unit(), datum.period()).orElseThrow();
      Column.Builder column =
          columns.computeIfAbsent(datum.indicator(), c -> Column.builder(rows.size()));
      Status status = status(datum, key);
      Double value = datum.value();
      if (!status.hasValue()) {
        column.remove(row, status);
      } else if (value != null && finite(value, key)) {
        column.set(row, value, status);
      }
      Double target = datum.target();
      if (target != null && finite(target, key)) {
        targets
            .computeIfAbsent(datum.indicator(), c -> Column.builder(rows.size()))
            .set(row, target, Status.REPORTED);
      }
      Direction first = directions.putIfAbsent(datum.indicator(), datum.direction());
      if (first != null && first != datum.direction()) {
        problems.add(
            "panel", 0, "two-directions", key.toString(), "The indicator has two directions");
      }
      if (!datum.evidence().isEmpty()) {
        evidence
            .computeIfAbsent(datum.indicator(), c -> new HashMap<>())
            .put(row, datum.evidence());
      }
    }
    problems.throwIfAny("Cannot score this panel");
    return new Panel(rows, built(columns), built(targets), directions, Map.of(), evidence);
  }

  private Status status(Datum datum, List<String> key) {
    Status status = Status.find(datum.status()).orElse(null);
    if (status == null) {
      problems.add(
          "panel", 0, "unknown-status", key + ": " + datum.status(), "There is no such status");
      return Status.MISSING;
    }
    return datum.value() == null && status.hasValue() ? Status.MISSING : status;
  }

  private boolean finite(double number, List<String> key) {
    if (!Double.isFinite(number)) {
      problems.add(
          "panel", 0, "not-finite", key + " = " + number, "A value or target is no number");
    }
    return Double.isFinite(number);
  }

  private static Map<String, Column> built(Map<String, Column.Builder> builders) {
    Map<String, Column> columns = new HashMap<>();
    builders.forEach((code, builder) -> columns.put(code, builder.build()));
    return columns;
  }
}
