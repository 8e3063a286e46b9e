package org.citylake.metrics.index.impute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * Fills a unit's indicator from its own values in other periods. Periods that are whole numbers
 * (years) are that far apart; others are one apart in their order. A unit without any value stays
 * missing.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3, time series;
 * the rules of COINr's impute_panel.
 *
 * @param method how
 * @param maximumAge greatest distance to the period that is taken, for the latest value
 */
record PanelImputation(Method method, double maximumAge) implements Imputation {
  private enum Method {
    LATEST,
    CONSTANT,
    LINEAR,
    LINEAR_CONSTANT
  }

  static Imputation latest(StepParameters parameters) {
    return new PanelImputation(Method.LATEST, parameters.positive("maximum-age", Double.MAX_VALUE));
  }

  static Imputation constant() {
    return new PanelImputation(Method.CONSTANT, Double.MAX_VALUE);
  }

  static Imputation linear() {
    return new PanelImputation(Method.LINEAR, Double.MAX_VALUE);
  }

  static Imputation linearConstant() {
    return new PanelImputation(Method.LINEAR_CONSTANT, Double.MAX_VALUE);
  }

  @Override
  public List<Column> apply(List<Column> columns, Set<Integer> chosen, StepContext context) {
    Rows rows = context.panel().rows();
    Times times = Times.of(rows);
    Map<String, List<Integer>> byUnit = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      byUnit.computeIfAbsent(rows.unit(row), u -> new ArrayList<>()).add(row);
    }
    List<Column> filled = new ArrayList<>(columns);
    for (int place : chosen) {
      Column column = columns.get(place);
      if (!column.complete()) {
        Column.Builder result = column.toBuilder();
        byUnit.values().forEach(series -> fill(column, series, times, result));
        filled.set(place, result.build());
      }
    }
    return filled;
  }

  private void fill(Column column, List<Integer> series, Times times, Column.Builder result) {
    for (int row : series) {
      if (!Imputation.open(column, row)) {
        continue;
      }
      int before = -1;
      int after = -1;
      for (int other : series) {
        if (column.has(other)) {
          if (other < row) {
            before = other;
          } else if (after < 0) {
            after = other;
          }
        }
      }
      double time = times.of(row);
      boolean latestFits = before >= 0 && time - times.of(before) <= maximumAge;
      if (method == Method.LATEST && !latestFits) {
        continue;
      }
      if (method != Method.LATEST && before < 0 && after < 0) {
        continue;
      }
      result.set(row, value(column, times, time, before, after), Status.IMPUTED);
    }
  }

  private double value(Column column, Times times, double time, int before, int after) {
    if (method == Method.LATEST || after < 0) {
      return column.value(before);
    }
    if (before < 0) {
      return column.value(after);
    }
    double from = times.of(before);
    double to = times.of(after);
    if (method == Method.CONSTANT) {
      return column.value(before);
    }
    double share = (time - from) / (to - from);
    return column.value(before) + share * (column.value(after) - column.value(before));
  }

  /** Where each row stands in time. */
  private record Times(double[] values) {
    static Times of(Rows rows) {
      boolean years = rows.periods().stream().allMatch(p -> p.matches("-?\\d{1,9}"));
      double[] values = new double[rows.size()];
      int order = 0;
      for (Rows.Block block : rows.blocks()) {
        for (int row = block.from(); row < block.to(); row++) {
          values[row] = years ? Double.parseDouble(block.period()) : order;
        }
        order++;
      }
      return new Times(values);
    }

    double of(int row) {
      return values[row];
    }
  }
}
