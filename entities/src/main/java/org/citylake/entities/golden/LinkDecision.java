package org.citylake.entities.golden;

/**
 * What a steward decided about two records; it holds in every later run.
 *
 * @param same whether they are of one entity; else they are kept apart
 * @param first one record
 * @param second the other
 */
public record LinkDecision(boolean same, RecordKey first, RecordKey second) {
  /** Whether the other is about the same two records, in whatever order. */
  public boolean samePair(LinkDecision other) {
    return (first.equals(other.first) && second.equals(other.second))
        || (first.equals(other.second) && second.equals(other.first));
  }
}
