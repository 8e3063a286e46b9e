package org.citylake.core.declaration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an edition varies to see how robust its ranking is. Source: OECD/JRC, Handbook on
 * Constructing Composite Indicators (2008), step 7.
 *
 * @param draws how many random draws, at least 1
 * @param sensitivityBase N of the Saltelli design, a power of two
 * @param seed seed of the draws
 * @param factors what is varied, at least one
 */
public record RobustnessDeclaration(
    int draws, int sensitivityBase, long seed, List<Factor> factors) {
  /** Draws when the edition says none. */
  public static final int DEFAULT_DRAWS = 1000;

  /** N of the Saltelli design when the edition says none. */
  public static final int DEFAULT_SENSITIVITY_BASE = 512;

  public RobustnessDeclaration {
    factors = List.copyOf(factors);
  }

  /**
   * One factor: values to choose from, a range, or noise on the weights.
   *
   * @param name its name in reports
   * @param at JSON pointer to the value in index.yaml; empty for noise on the weights
   * @param values the values to choose from, as plain Java values; empty for a range
   * @param low least value of a range
   * @param high greatest value of a range
   * @param weightNoise every weight is multiplied by 1 ± noise
   * @param levels levels whose weights are varied; empty for all
   */
  public record Factor(
      String name,
      Optional<String> at,
      List<Object> values,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble weightNoise,
      List<Integer> levels) {
    public Factor {
      values = List.copyOf(values);
      levels = List.copyOf(levels);
    }
  }
}
