package org.citylake.metrics.index.weight;

import java.util.List;
import org.citylake.core.declaration.EditionDeclaration.Node;

/**
 * The weights that the edition states. Source: OECD/JRC, Handbook on Constructing Composite
 * Indicators (2008), step 6, weights set by experts.
 */
record GivenWeights() implements Weighting {
  @Override
  public List<Double> apply(List<Node> siblings) {
    return siblings.stream().map(Node::weight).toList();
  }
}
