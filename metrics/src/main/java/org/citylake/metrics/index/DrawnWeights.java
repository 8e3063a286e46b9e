package org.citylake.metrics.index;

import java.util.Arrays;
import java.util.Map;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/**
 * Weights of nodes that stand in for those of an edition, to see what hangs on them. They are put
 * in after the edition's own method and before the weights of siblings are normalised. A node of
 * weight 0 counts as if it were not in the tree. Immutable.
 */
public final class DrawnWeights {
  /** The edition's own weights. */
  public static final DrawnWeights NOMINAL = new DrawnWeights(new double[0], new double[0]);

  private final double[] factors;
  private final double[] terms;

  private DrawnWeights(double[] factors, double[] terms) {
    this.factors = factors;
    this.terms = terms;
  }

  /**
   * Every weight times a factor.
   *
   * @param factors of each node, by place in the tree, at least 0 and finite
   */
  public static DrawnWeights times(double[] factors) {
    return new DrawnWeights(checked(factors), new double[factors.length]);
  }

  /**
   * Weights in place of the edition's own; nodes that are not named keep theirs.
   *
   * @param weights by the node's code, at least 0 and finite; codes that the tree lacks are left
   */
  public static DrawnWeights of(EditionTree tree, Map<String, Double> weights) {
    double[] factors = new double[tree.nodes().size()];
    double[] terms = new double[factors.length];
    for (TreeNode node : tree.nodes()) {
      Double weight = weights.get(node.code());
      factors[node.place()] = weight == null ? 1 : 0;
      terms[node.place()] = weight == null ? 0 : weight;
    }
    return new DrawnWeights(factors, checked(terms));
  }

  private static double[] checked(double[] numbers) {
    for (double number : numbers) {
      if (!(number >= 0 && Double.isFinite(number))) {
        throw new IllegalArgumentException("A weight has to be at least 0: " + number);
      }
    }
    return Arrays.copyOf(numbers, numbers.length);
  }

  /** The weight of the node at a place, given its own. */
  double of(int place, double own) {
    return factors.length == 0 ? own : factors[place] * own + terms[place];
  }
}
