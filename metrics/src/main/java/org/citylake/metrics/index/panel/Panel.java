package org.citylake.metrics.index.panel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;

/**
 * The data that an edition scores: for each row (unit in period) and variable at most one value.
 * Immutable, and independent of the order in which data come.
 *
 * @param rows units in periods
 * @param columns values of indicators, denominators and coefficients by code
 * @param targets targets of indicators by code, where the panel has them
 * @param directions which way is better, by indicator, where the panel says it
 * @param groups names of groups by group column: of each row, empty where it has none
 * @param evidence selectors of the rows behind a value (ADR 0007), by indicator and row
 */
public record Panel(
    Rows rows,
    Map<String, Column> columns,
    Map<String, Column> targets,
    Map<String, Direction> directions,
    Map<String, List<String>> groups,
    Map<String, Map<Integer, List<String>>> evidence) {
  public Panel {
    columns = Map.copyOf(columns);
    targets = Map.copyOf(targets);
    directions = Map.copyOf(directions);
    groups = Map.copyOf(groups);
    evidence = Map.copyOf(evidence);
  }

  /** A panel of data, each with its direction, target and evidence. */
  public static Panel of(List<Datum> data) {
    return new DatumPanel(data).panel();
  }

  /** The variable's column; without any value when the panel has none. */
  public Column column(String code) {
    Column column = columns.get(code);
    return column == null ? Column.missing(rows.size()) : column;
  }

  /** The indicator's targets, where the panel has any. */
  public Optional<Column> findTargets(String code) {
    return Optional.ofNullable(targets.get(code));
  }

  /** Selectors of the rows behind a value; none where nothing is known. */
  public List<String> evidence(String code, int row) {
    return evidence.getOrDefault(code, Map.of()).getOrDefault(row, List.of());
  }

  /** The codes that the panel has a column or a target for, sorted. */
  public Set<String> codes() {
    Set<String> codes = new TreeSet<>(columns.keySet());
    codes.addAll(targets.keySet());
    return codes;
  }

  /**
   * The same data over other rows: rows that are new have no values, rows that are gone are left.
   */
  public Panel over(Rows other) {
    int[] places = new int[other.size()];
    for (int row = 0; row < places.length; row++) {
      OptionalInt place = rows.find(other.unit(row), other.period(row));
      places[row] = place.orElse(-1);
    }
    Map<String, List<String>> moved = new HashMap<>();
    groups.forEach(
        (name, values) ->
            moved.put(
                name,
                java.util.Arrays.stream(places)
                    .mapToObj(p -> p < 0 ? "" : values.get(p))
                    .toList()));
    Map<String, Map<Integer, List<String>>> proofs = new HashMap<>();
    evidence.forEach(
        (code, cells) -> {
          Map<Integer, List<String>> found = new TreeMap<>();
          for (int row = 0; row < places.length; row++) {
            List<String> selectors = cells.get(places[row]);
            if (selectors != null) {
              found.put(row, selectors);
            }
          }
          proofs.put(code, found);
        });
    return new Panel(
        other, moved(columns, places), moved(targets, places), directions, moved, proofs);
  }

  /** Only the columns, targets and groups of these codes. */
  public Panel only(Collection<String> codes) {
    Set<String> wanted = new TreeSet<>(codes);
    return new Panel(
        rows, kept(columns, wanted), kept(targets, wanted), directions, groups, evidence);
  }

  /** The same, but what is synthetic is missing and says why ({@link Status#SYNTHETIC_REFUSED}). */
  public Panel withoutSynthetic() {
    Map<String, Column> rest = new HashMap<>(columns);
    rest.replaceAll((code, column) -> withoutSynthetic(column));
    return new Panel(rows, rest, targets, directions, groups, evidence);
  }

  private static Column withoutSynthetic(Column column) {
    Column.Builder builder = column.toBuilder();
    for (int row = 0; row < column.size(); row++) {
      if (column.status(row) == Status.SYNTHETIC) {
        builder.remove(row, Status.SYNTHETIC_REFUSED);
      }
    }
    return builder.build();
  }

  private static Map<String, Column> kept(Map<String, Column> all, Set<String> wanted) {
    Map<String, Column> kept = new HashMap<>(all);
    kept.keySet().retainAll(wanted);
    return kept;
  }

  private static Map<String, Column> moved(Map<String, Column> columns, int[] places) {
    Map<String, Column> moved = new HashMap<>();
    columns.forEach(
        (code, column) -> {
          Column.Builder builder = Column.builder(places.length);
          for (int row = 0; row < places.length; row++) {
            int place = places[row];
            if (place >= 0 && column.has(place)) {
              builder.set(row, column.value(place), column.status(place));
            } else if (place >= 0) {
              builder.remove(row, column.status(place));
            }
          }
          moved.put(code, builder.build());
        });
    return moved;
  }
}
