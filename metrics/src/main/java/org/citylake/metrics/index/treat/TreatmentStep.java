package org.citylake.metrics.index.treat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.DataStep;
import org.citylake.metrics.index.step.LeafMethods;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.tree.EditionTree;

/**
 * Treats every indicator by the step's method or by its own.
 *
 * @param methods method to the places of its indicators
 */
public record TreatmentStep(Map<ScopedTreatment, Set<Integer>> methods) implements DataStep {
  public TreatmentStep {
    methods = Map.copyOf(methods);
  }

  /** The step of an edition; empty after a problem. */
  public static Optional<DataStep> of(
      EditionDeclaration edition, EditionTree tree, Step common, Problems problems) {
    return LeafMethods.find(edition, tree, Treatment.METHODS, common, problems)
        .map(TreatmentStep::new);
  }

  @Override
  public List<Column> apply(List<Column> columns, StepContext context) {
    return LeafMethods.apply(
        methods, columns, (method, chosen) -> method.apply(columns, chosen, context));
  }
}
