package org.citylake.entities.golden;

/**
 * What a steward decided about two records; it holds in every later run.
 *
 * @param same whether they are of one entity; else they are kept apart
 * @param first one record
 * @param second the other
 */
public record LinkDecision(boolean same, RecordKey first, RecordKey second) {}
