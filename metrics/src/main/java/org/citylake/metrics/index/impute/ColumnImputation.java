package org.citylake.metrics.index.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Fills an indicator with the centre of its own values, of all units or of the unit's group, in the
 * same period or over all. A group without any value stays missing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3, unconditional
 * and conditional mean imputation.
 *
 * @param centre what fills
 * @param scope of which rows
 * @param value a fixed value instead of a centre
 */
record ColumnImputation(Centre centre, Scope scope, OptionalDouble value) implements Imputation {

  static Imputation of(Centre centre, StepParameters parameters) {
    return new ColumnImputation(centre, Scope.of(parameters), OptionalDouble.empty());
  }

  static Imputation ofGroup(Centre centre, StepParameters parameters) {
    String group = parameters.text("group");
    boolean panel = parameters.choice("over", List.of("period", "panel"), "period").equals("panel");
    return new ColumnImputation(
        centre, (panel ? Scope.PANEL : Scope.PERIOD).within(group), OptionalDouble.empty());
  }

  static Imputation ofValue(StepParameters parameters) {
    return new ColumnImputation(
        Centre.MEAN, Scope.PANEL, OptionalDouble.of(parameters.number("value", 0)));
  }

  @Override
  public List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context) {
    List<Column> filled = new ArrayList<>(columns);
    List<int[]> parts = context.partition(scope).parts();
    for (int place : chosen) {
      Column column = columns.get(place);
      if (column.complete()) {
        continue;
      }
      Column.Builder result = column.toBuilder();
      for (int[] part : parts) {
        double[] values = column.valuesOf(part);
        if (values.length == 0 && value.isEmpty()) {
          continue;
        }
        double fill =
            value.orElseGet(() -> centre.of(values, context.leaves().get(place).direction()));
        for (int row : part) {
          if (Imputation.open(column, row)) {
            result.set(row, fill, Status.IMPUTED);
          }
        }
      }
      filled.set(place, result.build());
    }
    return filled;
  }
}
