package org.citylake.metrics.index.robustness;

import org.jspecify.annotations.Nullable;

/**
 * How far a unit's rank and score moved over the draws; a row of {@code ranks.csv}. Quantiles are
 * R's of type 7. What is null has no value: the unit is not ranked, or not scored, in the edition
 * or in any draw.
 *
 * @param unit the unit's code
 * @param period the period whose data are scored
 * @param nominalRank rank in the edition as it is, from 1, within the peer group
 * @param rankMean mean rank of the draws in which it was ranked
 * @param rankMedian their median
 * @param rankLow their 5 % quantile
 * @param rankHigh their 95 % quantile
 * @param nominalScore score in the edition as it is, in the scale of the index
 * @param scoreMean mean score of the draws in which it was scored
 * @param scoreLow their 5 % quantile
 * @param scoreHigh their 95 % quantile
 * @param draws in how many draws it was scored, at least 0
 */
public record UnitUncertainty(
    String unit,
    String period,
    @Nullable Integer nominalRank,
    @Nullable Double rankMean,
    @Nullable Double rankMedian,
    @Nullable Double rankLow,
    @Nullable Double rankHigh,
    @Nullable Double nominalScore,
    @Nullable Double scoreMean,
    @Nullable Double scoreLow,
    @Nullable Double scoreHigh,
    int draws) {}
