package org.citylake.metrics.index.robustness;

import java.util.List;
import java.util.SplittableRandom;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/** Something that is varied. A point u in [0, 1) stands for one of its values. */
public sealed interface VariedFactor {

  /** Its name in reports. */
  String name();

  /** The factor that an edition declares; it has to have passed {@link FactorCheck}. */
  static VariedFactor of(Factor declared) {
    if (declared.weightNoise().isPresent()) {
      return new Noise(declared.name(), declared.weightNoise().getAsDouble(), declared.levels());
    }
    String at = declared.at().orElseThrow();
    return declared.values().isEmpty()
        ? new Between(
            declared.name(), at, declared.low().orElseThrow(), declared.high().orElseThrow())
        : new OneOf(declared.name(), at, declared.values());
  }

  /** A factor that exchanges a value of the edition. */
  sealed interface Exchange extends VariedFactor {
    /** JSON pointer into index.yaml. */
    String at();

    /** The value that a point stands for. */
    Object value(double point);
  }

  /**
   * One of several values, each as likely.
   *
   * @param values at least one
   */
  record OneOf(String name, String at, List<Object> values) implements Exchange {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Object value(double point) {
      return values.get((int) (point * values.size()));
    }
  }

  /**
   * A number of a range, each as likely.
   *
   * @param low least
   * @param high greatest, above low
   */
  record Between(String name, String at, double low, double high) implements Exchange {
    @Override
    public Object value(double point) {
      return low + point * (high - low);
    }
  }

  /**
   * Every weight times a number drawn evenly from 1 − noise to 1 + noise, each by itself. The point
   * chooses the whole set of numbers, at random but the same each time. Source: COINr, {@code
   * get_noisy_weights}.
   *
   * @param noise above 0 and below 1
   * @param levels whose weights are varied, 1 stands below the root; empty for all
   */
  record Noise(String name, double noise, List<Integer> levels) implements VariedFactor {
    public Noise {
      levels = List.copyOf(levels);
    }

    /** Multiplies the factors of the tree's nodes, by place. */
    void multiply(EditionTree tree, SplittableRandom random, double[] factors) {
      for (TreeNode node : tree.nodes()) {
        // Every node draws, so that the numbers of one level do not hang on which others vary.
        double drawn = 1 - noise + 2 * noise * random.nextDouble();
        if (node.level() > 0 && (levels.isEmpty() || levels.contains(node.level()))) {
          factors[node.place()] *= drawn;
        }
      }
    }
  }
}
