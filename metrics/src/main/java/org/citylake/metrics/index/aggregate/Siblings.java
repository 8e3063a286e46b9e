package org.citylake.metrics.index.aggregate;

import java.util.List;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Rows;

/**
 * The children of a node with their scores, in the order of their codes.
 *
 * @param parent code of the node
 * @param codes the children's codes
 * @param shares the children's weights, which sum to 1
 * @param columns the children's scores over the rows
 * @param rows units in periods
 */
public record Siblings(
    String parent, List<String> codes, List<Double> shares, List<Column> columns, Rows rows) {
  public Siblings {
    codes = List.copyOf(codes);
    shares = List.copyOf(shares);
    columns = List.copyOf(columns);
  }

  /** How many children. */
  int size() {
    return codes.size();
  }

  /** Whether the child has a score in the row. */
  boolean has(int child, int row) {
    return columns.get(child).has(row);
  }

  /** The child's score in the row. */
  double value(int child, int row) {
    return columns.get(child).value(row);
  }
}
