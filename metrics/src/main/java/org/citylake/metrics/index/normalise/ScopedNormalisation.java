package org.citylake.metrics.index.normalise;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A normalisation with the rows that it looks at together.
 *
 * @param method the method
 * @param scope the rows
 * @param minimumUnits fewest values that say anything of each other; where there are fewer, none
 *     has a reference
 */
public record ScopedNormalisation(Normalisation method, Scope scope, int minimumUnits) {

  static ScopedNormalisation of(Normalisation method, StepParameters parameters) {
    Scope scope = Scope.of(parameters);
    return new ScopedNormalisation(
        method,
        method instanceof GroupBestRatio best && scope.within().isEmpty()
            ? scope.within(best.group())
            : scope,
        parameters.count("minimum-units", 1));
  }

  static ScopedNormalisation overPanel(Normalisation method) {
    return new ScopedNormalisation(method, Scope.PANEL, 1);
  }

  /**
   * Normalises an indicator.
   *
   * @return as many rows; a missing value stays missing
   */
  public Column apply(Leaf leaf, Column values, StepContext context) {
    Variable variable =
        new Variable(
            leaf.code(),
            leaf.direction(),
            leaf.measure(),
            context.panel().rows(),
            values,
            context.panel().findTargets(leaf.code()),
            context.problems());
    Column.Builder result = values.toBuilder();
    if (scope.within().isPresent()) {
      // A unit in no group is in no part: it has nothing to be compared with.
      removeAll(values, IntStream.range(0, values.size()), result);
    }
    for (int[] part : context.partition(scope).parts()) {
      if (Arrays.stream(part).filter(values::has).count() < minimumUnits) {
        removeAll(values, Arrays.stream(part), result);
      } else if (part.length > 0) {
        method.apply(variable, part, result);
      }
    }
    return result.build();
  }

  private static void removeAll(Column values, IntStream rows, Column.Builder result) {
    rows.filter(values::has).forEach(row -> result.remove(row, Status.NO_REFERENCE));
  }
}
