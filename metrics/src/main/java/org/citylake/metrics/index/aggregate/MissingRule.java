package org.citylake.metrics.index.aggregate;

import java.util.List;
import org.citylake.metrics.index.step.StepParameters;

/**
 * What a missing child does to its parent. Source: OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 3: either the weights of what is there are scaled up, which treats the
 * missing value as if it were the mean of the others, or the unit is not scored.
 */
public enum MissingRule {
  /** The weights of the children that are there are normalised again. */
  RENORMALISE,
  /** The parent has no score either. */
  UNSCORED;

  static MissingRule of(StepParameters parameters) {
    String written =
        parameters.choice("missing", List.of("renormalise", "unscored"), "renormalise");
    return written.equals("unscored") ? UNSCORED : RENORMALISE;
  }
}
