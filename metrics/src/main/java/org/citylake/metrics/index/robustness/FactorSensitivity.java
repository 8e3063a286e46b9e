package org.citylake.metrics.index.robustness;

/**
 * Which share of the ranking's uncertainty comes from a factor; a row of {@code sensitivity.csv}.
 * Estimates of shares, they may lie a little outside 0..1; the bounds are the 5 % and 95 %
 * quantiles of a bootstrap.
 *
 * @param factor its name
 * @param first by itself
 * @param firstLow lower bound
 * @param firstHigh upper bound
 * @param total with all that it does together with others, at least 0
 * @param totalLow lower bound
 * @param totalHigh upper bound
 */
public record FactorSensitivity(
    String factor,
    double first,
    double firstLow,
    double firstHigh,
    double total,
    double totalLow,
    double totalHigh) {}
