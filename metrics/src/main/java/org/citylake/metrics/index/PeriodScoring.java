package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.Aggregation;
import org.citylake.metrics.index.normalise.Normalisation;
import org.citylake.metrics.index.normalise.NormalisedValue;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/** Scores all units of an edition in one period, without ranks. */
final class PeriodScoring {
  private final EditionDeclaration edition;
  private final EditionTree tree;
  private final Normalisation normalisation;
  private final Aggregation aggregation;
  private final String period;
  private final Problems problems;
  private final Map<String, Integer> unitPlaces = new HashMap<>();

  PeriodScoring(
      EditionDeclaration edition,
      EditionTree tree,
      Normalisation normalisation,
      Aggregation aggregation,
      String period,
      Problems problems) {
    this.edition = edition;
    this.tree = tree;
    this.normalisation = normalisation;
    this.aggregation = aggregation;
    this.period = period;
    this.problems = problems;
    for (int i = 0; i < edition.units().size(); i++) {
      unitPlaces.put(edition.units().get(i), i);
    }
  }

  /** What is wrong goes to the problems; the result is then not to be used. */
  IndexResult score(Panel panel) {
    Map<String, List<Datum>> byIndicator =
        panel.data().stream()
            .filter(d -> d.period().equals(period))
            .collect(Collectors.groupingBy(Datum::indicator));
    Map<String, List<Datum>> columns = new HashMap<>();
    Map<String, List<NormalisedValue>> normalised = new HashMap<>();
    for (TreeNode leaf : tree.leaves()) {
      List<Datum> column = column(leaf.code(), byIndicator.getOrDefault(leaf.code(), List.of()));
      columns.put(leaf.code(), column);
      normalised.put(leaf.code(), normalisation.apply(column, problems));
    }
    List<NodeScore> scores = new ArrayList<>();
    List<TracePoint> trace = new ArrayList<>();
    if (problems.isEmpty()) {
      UnitScoring scoring = new UnitScoring(edition, tree, aggregation, period, problems);
      for (int i = 0; i < edition.units().size(); i++) {
        Map<String, Datum> data = new HashMap<>();
        Map<String, NormalisedValue> values = new HashMap<>();
        for (TreeNode leaf : tree.leaves()) {
          data.put(leaf.code(), item(columns, leaf.code(), i));
          values.put(leaf.code(), item(normalised, leaf.code(), i));
        }
        IndexResult result = scoring.score(edition.units().get(i), data, values);
        scores.addAll(result.scores());
        trace.addAll(result.trace());
      }
    }
    return new IndexResult(scores, trace);
  }

  /** One datum per unit, in the order of the units, missing where the panel has none. */
  private List<Datum> column(String indicator, List<Datum> given) {
    Direction direction = given.isEmpty() ? Direction.HIGHER : given.get(0).direction();
    List<Datum> column =
        new ArrayList<>(
            edition.units().stream()
                .map(
                    unit ->
                        new Datum(
                            unit,
                            period,
                            indicator,
                            null,
                            Datum.MISSING,
                            null,
                            direction,
                            List.of()))
                .toList());
    for (Datum datum : given) {
      column.set(unitPlaces.getOrDefault(datum.unit(), 0), datum);
    }
    return column;
  }

  private static <T> T item(Map<String, List<T>> columns, String code, int place) {
    return columns.getOrDefault(code, List.of()).get(place);
  }
}
