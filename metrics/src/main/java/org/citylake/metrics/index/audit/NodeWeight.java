package org.citylake.metrics.index.audit;

import java.util.List;
import java.util.stream.Stream;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * What a node weighs, and where it stands; a row of {@code effective_weights.csv}.
 *
 * <p>Source: COINr 1.1.14, {@code get_eff_weights}.
 *
 * @param node its code
 * @param level 0 for the root
 * @param weight among its siblings, which sum to 1; 1 of the root
 * @param effectiveWeight in the root: the product of the weights down to it, 0..1
 * @param lineage codes from the node up to the root, both included
 */
public record NodeWeight(
    String node, int level, double weight, double effectiveWeight, List<String> lineage) {
  public NodeWeight {
    lineage = List.copyOf(lineage);
  }

  /** Of every node, in the order of the tree. */
  public static List<NodeWeight> of(AuditedPeriod period) {
    return period.tree().nodes().stream()
        .map(
            node ->
                new NodeWeight(
                    node.code(),
                    node.level(),
                    period.result().weight(node),
                    period.result().effectiveWeight(node),
                    Stream.concat(Stream.of(node), period.above(node).stream())
                        .map(TreeNode::code)
                        .toList()))
        .toList();
  }
}
