package org.citylake.metrics.index.impute;

import java.util.Map;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.LeafMethod;
import org.citylake.metrics.index.step.MethodTable;

/**
 * Fills what is missing and marks it {@code IMPUTED}; a value that is there is never changed. What
 * does not apply to a unit and what was screened out is not filled. A further method is one more
 * record here and one more line in {@link #METHODS}.
 */
public sealed interface Imputation extends LeafMethod
    permits ColumnImputation, RowImputation, PanelImputation, MatrixImputation {

  /** The methods by the names that editions give them. */
  MethodTable<Imputation> METHODS =
      new MethodTable<>(
          "impute",
          Map.ofEntries(
              Map.entry("column-mean", p -> ColumnImputation.of(Centre.MEAN, p)),
              Map.entry("column-median", p -> ColumnImputation.of(Centre.MEDIAN, p)),
              Map.entry("group-mean", p -> ColumnImputation.ofGroup(Centre.MEAN, p)),
              Map.entry("group-median", p -> ColumnImputation.ofGroup(Centre.MEDIAN, p)),
              Map.entry("group-minimum", p -> ColumnImputation.ofGroup(Centre.WORST, p)),
              Map.entry("value", p -> ColumnImputation.ofValue(p)),
              Map.entry("row-mean", p -> RowImputation.of(Centre.MEAN, p)),
              Map.entry("row-median", p -> RowImputation.of(Centre.MEDIAN, p)),
              Map.entry("expectation-maximisation", p -> MatrixImputation.of(true, p)),
              Map.entry("regression", p -> MatrixImputation.of(false, p)),
              Map.entry("latest", p -> PanelImputation.latest(p)),
              Map.entry("constant", p -> PanelImputation.constant()),
              Map.entry("linear", p -> PanelImputation.linear()),
              Map.entry("linear-constant", p -> PanelImputation.linearConstant())));

  /** Whether a cell is to be filled. */
  static boolean open(Column column, int row) {
    return !column.has(row)
        && column.status(row) != Status.NOT_APPLICABLE
        && column.status(row) != Status.SCREENED_OUT;
  }
}
