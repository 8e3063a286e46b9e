package org.citylake.metrics.index.normalise;

import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.Scope;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.step.StepParameters;

/**
 * A normalisation with the rows that it looks at together.
 *
 * @param method the method
 * @param scope the rows
 */
public record ScopedNormalisation(Normalisation method, Scope scope) {

  static ScopedNormalisation of(Normalisation method, StepParameters parameters) {
    Scope scope = Scope.of(parameters);
    return new ScopedNormalisation(
        method,
        method instanceof GroupBestRatio best && scope.within().isEmpty()
            ? scope.within(best.group())
            : scope);
  }

  static ScopedNormalisation overPanel(Normalisation method) {
    return new ScopedNormalisation(method, Scope.PANEL);
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
      for (int row = 0; row < values.size(); row++) {
        if (values.has(row)) {
          result.remove(row, org.citylake.metrics.index.panel.Status.NO_REFERENCE);
        }
      }
    }
    for (int[] part : context.partition(scope).parts()) {
      if (part.length > 0) {
        method.apply(variable, part, result);
      }
    }
    return result.build();
  }
}
