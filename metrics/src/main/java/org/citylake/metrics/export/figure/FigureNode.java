package org.citylake.metrics.export.figure;

import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.ExportReference.Names;

/**
 * A node of an edition's tree with the weight that it was published with.
 *
 * @param code node or indicator code
 * @param parent the parent's code; empty for the root
 * @param level 0 for the root
 * @param names what it is called
 * @param weight effective weight in the root, 0..1
 * @param share weight among its siblings, which sum to 1; 1 for the root
 * @param aggregation how its score comes of its children's; empty for an indicator
 */
public record FigureNode(
    String code,
    Optional<String> parent,
    int level,
    Names names,
    double weight,
    double share,
    Optional<Step> aggregation) {
  /** Whether the node is an indicator. */
  public boolean leaf() {
    return aggregation.isEmpty();
  }
}
