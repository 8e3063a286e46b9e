package org.citylake.metrics.export.figure;

import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;

/** The one place that tells by which method a node's score comes of its children's. */
public final class NodeAggregation {
  private static final Step DEFAULT = new Step("arithmetic-mean", Map.of());

  private NodeAggregation() {}

  /** The method of a node that has children, with its parameters. */
  @SuppressWarnings("UnusedVariable")
  public static Step of(EditionDeclaration edition, Node node) {
    return edition.steps().getOrDefault("aggregate", DEFAULT);
  }
}
