package org.citylake.metrics.index.step;

import java.util.List;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Partition;

/**
 * What a step may look at beside the indicators.
 *
 * @param edition the edition
 * @param leaves its indicators
 * @param panel the panel, aligned with the edition
 * @param problems takes what makes the step impossible
 */
public record StepContext(
    EditionDeclaration edition, List<Leaf> leaves, Panel panel, Problems problems) {
  public StepContext {
    leaves = List.copyOf(leaves);
  }

  /** The rows that are looked at together: each period, or all, within groups if one is named. */
  public Partition partition(Scope scope) {
    Partition partition =
        scope.overPanel() ? Partition.whole(panel.rows()) : Partition.byPeriod(panel.rows());
    return scope
        .within()
        .map(name -> partition.within(Partition.groups(name, edition, panel, problems)))
        .orElse(partition);
  }
}
