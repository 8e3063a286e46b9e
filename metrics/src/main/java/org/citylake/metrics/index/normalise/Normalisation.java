package org.citylake.metrics.index.normalise;

import java.util.Map;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.step.MethodTable;

/**
 * Brings one indicator's values to the common scale, in which higher is better. A further method is
 * one more record here and one more line in {@link #METHODS}.
 */
public sealed interface Normalisation
    permits MinMax,
        Goalposts,
        ZScore,
        LinearScale,
        DistanceToMaximum,
        DistanceToReference,
        DistanceToTarget,
        TargetAttainment,
        ReferenceRatio,
        GroupBestRatio,
        BasePeriodRatio,
        FractionOfMaximum,
        RankScore,
        ReferenceRange,
        Unchanged {

  /** The methods by the names that editions give them. */
  MethodTable<ScopedNormalisation> METHODS =
      new MethodTable<>(
          "normalise",
          Map.ofEntries(
              Map.entry("min-max", p -> ScopedNormalisation.of(MinMax.of(p), p)),
              Map.entry("goalposts", p -> ScopedNormalisation.of(Goalposts.of(p), p)),
              Map.entry("z-score", p -> ScopedNormalisation.of(ZScore.of(p), p)),
              Map.entry("scaled", p -> ScopedNormalisation.of(LinearScale.of(p), p)),
              Map.entry(
                  "distance-to-maximum", p -> ScopedNormalisation.of(DistanceToMaximum.of(p), p)),
              Map.entry(
                  "distance-to-reference",
                  p -> ScopedNormalisation.of(DistanceToReference.of(p), p)),
              Map.entry(
                  "distance-to-target", p -> ScopedNormalisation.of(DistanceToTarget.of(p), p)),
              Map.entry(
                  "target-attainment", p -> ScopedNormalisation.of(TargetAttainment.of(p), p)),
              Map.entry("reference-ratio", p -> ScopedNormalisation.of(ReferenceRatio.of(p), p)),
              Map.entry("group-best-ratio", p -> ScopedNormalisation.of(GroupBestRatio.of(p), p)),
              Map.entry(
                  "base-period-ratio", p -> ScopedNormalisation.overPanel(BasePeriodRatio.of(p))),
              Map.entry(
                  "fraction-of-maximum", p -> ScopedNormalisation.of(FractionOfMaximum.of(p), p)),
              Map.entry("rank", p -> ScopedNormalisation.of(RankScore.rank(p), p)),
              Map.entry("borda", p -> ScopedNormalisation.of(RankScore.borda(p), p)),
              Map.entry("percentile-rank", p -> ScopedNormalisation.of(RankScore.percentile(p), p)),
              Map.entry("ampi", p -> ScopedNormalisation.of(ReferenceRange.of(p), p)),
              Map.entry("none", p -> ScopedNormalisation.of(Unchanged.of(p), p))));

  /**
   * Normalises a part of a column: the rows that are looked at together.
   *
   * @param variable the indicator
   * @param part rows, ascending, at least one, missing ones among them
   * @param result takes the normalised values; it holds the statuses of what is missing, and a
   *     value that a bound cut off is marked {@code CLIPPED}
   */
  void apply(Variable variable, int[] part, Column.Builder result);
}
