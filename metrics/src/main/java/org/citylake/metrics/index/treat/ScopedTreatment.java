package org.citylake.metrics.index.treat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.LeafMethod;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;

/**
 * A treatment with the rows that it looks at together.
 *
 * @param method the method
 * @param scope the rows
 */
public record ScopedTreatment(Treatment method, Scope scope) implements LeafMethod {

  static ScopedTreatment of(Treatment method, StepParameters parameters) {
    return new ScopedTreatment(method, Scope.of(parameters));
  }

  @Override
  public List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context) {
    List<Column> treated = new ArrayList<>(columns);
    List<int[]> parts = context.partition(scope).parts();
    for (int place : chosen) {
      Column column = columns.get(place);
      Column.Builder result = column.toBuilder();
      for (int[] part : parts) {
        try {
          treat(column, part, result);
        } catch (UndefinedStatisticException e) {
          context
              .problems()
              .add(
                  "panel",
                  0,
                  e.rule(),
                  context.leaves().get(place).code(),
                  "Cannot treat the outliers: " + e.getMessage());
        }
      }
      treated.set(place, result.build());
    }
    return treated;
  }

  private void treat(Column column, int[] part, Column.Builder result) {
    double[] values = column.valuesOf(part);
    if (values.length < Treatment.FEWEST
        || Arrays.stream(values).allMatch(value -> value == values[0])) {
      return;
    }
    Treatment.Outcome outcome = method.apply(values);
    int place = 0;
    for (int row : part) {
      if (column.has(row)) {
        double value = outcome.values()[place++];
        if (value != column.value(row)) {
          result.set(row, value, outcome.change());
        }
      }
    }
  }
}
