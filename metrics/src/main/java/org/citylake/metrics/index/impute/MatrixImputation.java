package org.citylake.metrics.index.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.imputation.NormalImputation;
import org.citylake.metrics.statistics.imputation.RegressionImputation;

/**
 * Fills an indicator from the relation of all indicators to each other: by expectation-maximisation
 * under a multivariate normal, or by regression on the other indicators. Units that have no value at
 * all are left out.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3, regression and
 * expectation maximisation imputation.
 *
 * @param maximise whether by expectation-maximisation; else by regression
 * @param scope the rows that are looked at together
 * @param siblingsOnly whether only indicators below the same node are related
 */
record MatrixImputation(boolean maximise, Scope scope, boolean siblingsOnly)
    implements Imputation {

  static Imputation of(boolean maximise, StepParameters parameters) {
    return new MatrixImputation(
        maximise,
        Scope.of(parameters),
        parameters.choice("among", List.of("all", "siblings"), "all").equals("siblings"));
  }

  @Override
  public List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context) {
    List<Column.Builder> results = columns.stream().map(Column::toBuilder).toList();
    for (List<Integer> group : groups(columns.size(), context)) {
      for (int[] part : context.partition(scope).parts()) {
        try {
          fill(columns, group, chosen, part, results);
        } catch (UndefinedStatisticException e) {
          context
              .problems()
              .add(
                  "panel",
                  0,
                  e.rule(),
                  context.leaves().get(group.get(0)).parent(),
                  "Cannot impute: " + e.getMessage());
        }
      }
    }
    return results.stream().map(Column.Builder::build).toList();
  }

  private List<List<Integer>> groups(int size, StepContext context) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    return siblingsOnly
        ? List.copyOf(
            new java.util.TreeMap<>(
                    all.stream()
                        .collect(
                            java.util.stream.Collectors.groupingBy(
                                i -> context.leaves().get(i).parent())))
                .values())
        : List.of(all);
  }

  private void fill(
      List<Column> columns,
      List<Integer> group,
      Set<Integer> chosen,
      int[] part,
      List<Column.Builder> results) {
    int[] rows =
        Arrays.stream(part)
            .filter(row -> group.stream().anyMatch(i -> columns.get(i).has(row)))
            .toArray();
    double[][] values = new double[rows.length][group.size()];
    boolean[][] present = new boolean[rows.length][group.size()];
    boolean open = false;
    for (int unit = 0; unit < rows.length; unit++) {
      for (int i = 0; i < group.size(); i++) {
        Column column = columns.get(group.get(i));
        values[unit][i] = column.value(rows[unit]);
        present[unit][i] = column.has(rows[unit]);
        open |= chosen.contains(group.get(i)) && Imputation.open(column, rows[unit]);
      }
    }
    if (!open) {
      return;
    }
    double[][] filled =
        maximise
            ? NormalImputation.fill(values, present).values()
            : RegressionImputation.fill(values, present);
    for (int unit = 0; unit < rows.length; unit++) {
      for (int i = 0; i < group.size(); i++) {
        int place = group.get(i);
        if (chosen.contains(place) && Imputation.open(columns.get(place), rows[unit])) {
          results.get(place).set(rows[unit], filled[unit][i], Status.IMPUTED);
        }
      }
    }
  }
}
