package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.step.Leaf;
import org.citylake.metrics.index.step.StepContext;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * Carries a panel through an edition: the data steps, normalisation, the tree, the coefficient.
 *
 * @param compiled the edition
 * @param panel the panel, aligned with the edition
 * @param problems takes what is wrong; a result with problems is not to be used
 */
record Scoring(CompiledEdition compiled, Panel panel, Problems problems) {

  /** What each leaf is. */
  List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    for (TreeNode node : compiled.tree().leaves()) {
      Direction direction =
          node.declared()
              .measure()
              .direction()
              .orElse(panel.directions().getOrDefault(node.code(), Direction.HIGHER));
      leaves.add(
          new Leaf(
              node.code(),
              node.declared().parent().orElse(""),
              direction,
              node.declared().measure()));
    }
    return leaves;
  }

  /** The indicators as the panel has them. */
  List<Column> raw() {
    return compiled.tree().leaves().stream().map(leaf -> panel.column(leaf.code())).toList();
  }

  List<Column> normalise(List<Column> columns, StepContext context) {
    List<Column> normalised = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      normalised.add(
          compiled.normalisations().get(i).apply(context.leaves().get(i), columns.get(i), context));
    }
    return normalised;
  }

  /** The scores of the root, times the coefficient. */
  Column top(Column root) {
    return compiled
        .coefficient()
        .map(c -> c.apply(root, panel.column(c.indicator()), panel.rows(), problems))
        .orElse(root);
  }

  Optional<Column> coefficients() {
    return compiled.coefficient().map(c -> panel.column(c.indicator()));
  }
}
