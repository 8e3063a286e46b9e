package org.citylake.metrics.index.weight;

import java.util.List;
import org.citylake.core.declaration.EditionDeclaration.Node;

/**
 * Every sibling counts the same, whatever weights are stated. Source: OECD/JRC, Handbook on
 * Constructing Composite Indicators (2008), step 6, equal weighting.
 */
record EqualWeights() implements Weighting {
  @Override
  public List<Double> apply(List<Node> siblings) {
    return siblings.stream().map(node -> 1.0).toList();
  }
}
