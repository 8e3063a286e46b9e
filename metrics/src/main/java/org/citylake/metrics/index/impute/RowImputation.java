package org.citylake.metrics.index.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Fills a unit's indicator with the centre of its other indicators: all are brought to 0..1 by
 * min-max in their direction, the centre is taken, and brought back to the indicator's own scale.
 * An indicator without spread in the period neither gives nor takes.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3; the rule of
 * COINr's Impute by rows.
 *
 * @param centre what fills
 * @param siblingsOnly whether only indicators below the same node give
 */
record RowImputation(Centre centre, boolean siblingsOnly) implements Imputation {

  static Imputation of(Centre centre, StepParameters parameters) {
    return new RowImputation(
        centre, parameters.choice("among", List.of("all", "siblings"), "all").equals("siblings"));
  }

  @Override
  public List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context) {
    List<Column> filled = new ArrayList<>(columns);
    for (int place : chosen) {
      Column column = columns.get(place);
      if (column.complete()) {
        continue;
      }
      Column.Builder result = column.toBuilder();
      for (int[] part : context.partition(Scope.PERIOD).parts()) {
        fill(columns, place, part, context, result);
      }
      filled.set(place, result.build());
    }
    return filled;
  }

  private void fill(
      List<Column> columns, int place, int[] part, StepContext context, Column.Builder result) {
    Leaf leaf = context.leaves().get(place);
    Spread own = Spread.of(columns.get(place), part, leaf);
    if (!own.usable()) {
      return;
    }
    for (int row : part) {
      if (!Imputation.open(columns.get(place), row)) {
        continue;
      }
      List<Double> others = new ArrayList<>();
      for (int other = 0; other < columns.size(); other++) {
        Leaf giver = context.leaves().get(other);
        if (columns.get(other).has(row)
            && (!siblingsOnly || giver.parent().equals(leaf.parent()))) {
          Spread spread = Spread.of(columns.get(other), part, giver);
          if (spread.usable()) {
            others.add(spread.normalised(columns.get(other).value(row)));
          }
        }
      }
      if (!others.isEmpty()) {
        double fraction =
            centre.of(others.stream().mapToDouble(Double::doubleValue).toArray(), Direction.HIGHER);
        result.set(row, own.restored(fraction), Status.IMPUTED);
      }
    }
  }

  /** The range of an oriented indicator in a part. */
  private record Spread(Leaf leaf, double least, double most) {
    static Spread of(Column column, int[] part, Leaf leaf) {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (int row : part) {
        if (column.has(row)) {
          least = Math.min(least, leaf.oriented(column.value(row)));
          most = Math.max(most, leaf.oriented(column.value(row)));
        }
      }
      return new Spread(leaf, least, most);
    }

    boolean usable() {
      return most > least;
    }

    double normalised(double value) {
      return (leaf.oriented(value) - least) / (most - least);
    }

    double restored(double fraction) {
      return leaf.oriented(least + fraction * (most - least));
    }
  }
}
