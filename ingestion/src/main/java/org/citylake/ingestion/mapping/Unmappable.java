package org.citylake.ingestion.mapping;

import org.citylake.ingestion.quality.Finding;

/** A value has no counterpart in the target. Always turned into a finding of the row. */
final class Unmappable extends Exception {
  private static final long serialVersionUID = 1L;
  private final String rule;

  Unmappable(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  Finding finding() {
    return Finding.error(rule, String.valueOf(getMessage()));
  }
}
