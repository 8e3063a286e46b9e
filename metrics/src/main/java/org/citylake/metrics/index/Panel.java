package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The data that an edition scores: unit × indicator × period, at most one datum for each. Immutable
 * and kept in the order period, indicator, unit, so the order in which data come changes nothing.
 *
 * @param data the data, sorted
 */
public record Panel(List<Datum> data) {

  /**
   * Sorts and checks the data.
   *
   * @throws CityLakeException of kind DATA that names every datum that comes twice, every number
   *     that is not finite, and every indicator with more than one direction
   */
  public Panel {
    data =
        data.stream()
            .sorted(
                Comparator.comparing(Datum::period)
                    .thenComparing(Datum::indicator)
                    .thenComparing(Datum::unit))
            .toList();
    Problems problems = new Problems();
    Map<String, Direction> directions = new HashMap<>();
    List<String> before = List.of();
    for (Datum datum : data) {
      List<String> key = List.of(datum.unit(), datum.period(), datum.indicator());
      if (key.equals(before)) {
        problems.add("panel", 0, "unit-twice", key.toString(), "The panel has this datum twice");
      }
      before = key;
      for (@Nullable Double number : numbers(datum)) {
        if (number != null && !Double.isFinite(number)) {
          problems.add(
              "panel", 0, "not-finite", key + " = " + number, "A value or target is no number");
        }
      }
      Direction first = directions.putIfAbsent(datum.indicator(), datum.direction());
      if (first != null && first != datum.direction()) {
        problems.add(
            "panel", 0, "two-directions", key.toString(), "The indicator has two directions");
      }
    }
    problems.throwIfAny("Cannot score this panel");
  }

  /** The periods that have data, sorted. */
  public List<String> periods() {
    return data.stream().map(Datum::period).distinct().sorted().toList();
  }

  /** Only the data of the edition's units and indicators. */
  public Panel restrictedTo(EditionDeclaration edition) {
    Set<String> units = new TreeSet<>(edition.units());
    Set<String> codes = edition.nodes().stream().map(Node::code).collect(Collectors.toSet());
    return new Panel(
        data.stream()
            .filter(d -> units.contains(d.unit()) && codes.contains(d.indicator()))
            .toList());
  }

  private static List<@Nullable Double> numbers(Datum datum) {
    List<@Nullable Double> numbers = new ArrayList<>();
    numbers.add(datum.value());
    numbers.add(datum.target());
    return numbers;
  }
}
