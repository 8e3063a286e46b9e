package org.citylake.metrics.index;

import org.citylake.core.declaration.EditionDeclaration;

/** Scores units by an edition. */
public final class IndexEngine {
  private IndexEngine() {}

  /** Scores every unit of the edition in every period of the panel. */
  public static IndexResult score(EditionDeclaration edition, Panel panel) {
    throw new UnsupportedOperationException("comes with the next commit");
  }
}
