package org.citylake.entities.golden;

import java.util.List;
import java.util.Optional;

/**
 * How a record is linked to the nearest other record of its entity.
 *
 * @param kind by what
 * @param nearest that record; empty when it is alone
 * @param weight log2 of the odds that both are of one entity; 0 when it is alone
 * @param levels per field what was compared: field, level of agreement and its weight, such as
 *     {@code name: equal (+9.1)}; never values
 */
public record Link(Kind kind, Optional<RecordKey> nearest, double weight, List<String> levels) {
  /** Of a record that is alone. */
  public static final Link NONE = new Link(Kind.ALONE, Optional.empty(), 0, List.of());

  public Link {
    levels = List.copyOf(levels);
  }

  /** By what a record is linked. */
  public enum Kind {
    /** Not at all: it is the entity's only record. */
    ALONE,
    /** By the same right strong identifier. */
    RULE,
    /** By the probability of all fields together. */
    PROBABILITY,
    /** By a steward's decision. */
    DECISION
  }

  /** The probability that both are of one entity, in [0, 1]. */
  public double probability() {
    return 1 / (1 + Math.pow(2, -weight));
  }
}
