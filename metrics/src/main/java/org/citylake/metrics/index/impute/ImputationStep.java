package org.citylake.metrics.index.impute;

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
 * Imputes every indicator by the step's method or by its own. Every method sees the data as they
 * were before the step, so the order of methods changes nothing.
 *
 * @param methods method to the places of its indicators
 */
public record ImputationStep(Map<Imputation, Set<Integer>> methods) implements DataStep {
  public ImputationStep {
    methods = Map.copyOf(methods);
  }

  /** The step of an edition; empty after a problem. */
  public static Optional<DataStep> of(
      EditionDeclaration edition, EditionTree tree, Step common, Problems problems) {
    return LeafMethods.find(edition, tree, Imputation.METHODS, common, problems)
        .map(ImputationStep::new);
  }

  @Override
  public List<Column> apply(List<Column> columns, StepContext context) {
    return LeafMethods.apply(
        methods, columns, (method, chosen) -> method.apply(columns, chosen, context));
  }
}
