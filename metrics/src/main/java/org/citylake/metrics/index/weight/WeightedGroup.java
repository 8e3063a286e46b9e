package org.citylake.metrics.index.weight;

import java.util.List;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.metrics.index.panel.Column;

/**
 * Siblings that are to be weighted.
 *
 * @param parent code of the node above
 * @param nodes the siblings, in the order of their codes
 * @param columns their scores over all rows of the panel
 */
public record WeightedGroup(String parent, List<Node> nodes, List<Column> columns) {
  public WeightedGroup {
    nodes = List.copyOf(nodes);
    columns = List.copyOf(columns);
  }
}
