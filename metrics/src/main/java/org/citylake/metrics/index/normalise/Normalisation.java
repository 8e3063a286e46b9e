package org.citylake.metrics.index.normalise;

import java.util.List;
import java.util.Map;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.Datum;
import org.citylake.metrics.index.step.MethodTable;

/**
 * Brings one indicator's values to the common scale, in which higher is better. A further method is
 * one more record here and one more line in {@link #METHODS}.
 */
public sealed interface Normalisation permits TargetAttainment, MinMax {

  /** The methods by the names that editions give them. */
  MethodTable<Normalisation> METHODS =
      new MethodTable<>(
          "normalise", Map.of("target-attainment", TargetAttainment::of, "min-max", MinMax::of));

  /**
   * Normalises one column.
   *
   * @param column the data of one indicator in one period, one per unit, missing ones included
   * @param problems takes what makes the column impossible to normalise, such as no spread
   * @return as many values as data, in the same order; a missing datum stays missing
   */
  List<NormalisedValue> apply(List<Datum> column, Problems problems);
}
