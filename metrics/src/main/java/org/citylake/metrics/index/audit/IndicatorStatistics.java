package org.citylake.metrics.index.audit;

import java.util.List;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.statistics.Counts;
import org.citylake.metrics.statistics.Moments;
import org.citylake.metrics.statistics.Quantiles;
import org.citylake.metrics.statistics.treatment.OutlierTest;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as the panel has it; a row of {@code statistics.csv}. What is null is not defined:
 * there are too few values, or they are all the same.
 *
 * <p>Source: COINr 1.1.14, {@code get_stats}, with its thresholds: available at least 65 % of the
 * units, not zero and different at least 50 % of the values, an outlier where both skewness and
 * kurtosis fail.
 *
 * @param indicator its code
 * @param minimum in the indicator's unit
 * @param maximum in the indicator's unit
 * @param mean in the indicator's unit
 * @param median in the indicator's unit
 * @param deviation standard deviation (n - 1) in the indicator's unit
 * @param skewness G1
 * @param kurtosis G2, excess
 * @param counts available, not zero, different, most frequent
 * @param availableShare of the units, 0..1
 * @param nonZeroShare of the values, 0..1
 * @param uniqueShare of the values, 0..1
 * @param sameShare share of the most frequent value, 0..1
 * @param lowAvailability whether too few units have a value
 * @param lowNonZero whether too many values are zero
 * @param lowUnique whether too many values are the same
 * @param outliers whether skewness and kurtosis say that there are outliers
 */
public record IndicatorStatistics(
    String indicator,
    @Nullable Double minimum,
    @Nullable Double maximum,
    @Nullable Double mean,
    @Nullable Double median,
    @Nullable Double deviation,
    @Nullable Double skewness,
    @Nullable Double kurtosis,
    Counts counts,
    double availableShare,
    double nonZeroShare,
    double uniqueShare,
    double sameShare,
    boolean lowAvailability,
    boolean lowNonZero,
    boolean lowUnique,
    boolean outliers) {
  private static final double LEAST_AVAILABLE = 0.65;
  private static final double LEAST_NON_ZERO = 0.5;
  private static final double LEAST_UNIQUE = 0.5;

  /** Of every indicator, in the order of the tree. */
  public static List<IndicatorStatistics> of(AuditedPeriod period) {
    return period.tree().leaves().stream().map(leaf -> of(period, leaf)).toList();
  }

  private static IndicatorStatistics of(AuditedPeriod period, TreeNode leaf) {
    AuditedPeriod.Variable raw = period.raw(leaf);
    Counts counts = Counts.of(raw.values(), raw.present());
    int n = counts.available();
    @Nullable Moments moments = n == 0 ? null : Moments.of(raw.values(), raw.present());
    boolean varies = moments != null && !moments.constant();
    double available = (double) n / Math.max(1, period.units());
    double nonZero = (double) counts.nonZero() / Math.max(1, n);
    double unique = (double) counts.unique() / Math.max(1, n);
    return new IndicatorStatistics(
        leaf.code(),
        moments == null ? null : moments.minimum(),
        moments == null ? null : moments.maximum(),
        moments == null ? null : moments.mean(),
        moments == null ? null : Quantiles.median(raw.values(), raw.present()),
        moments != null && n > 1 ? moments.standardDeviation() : null,
        moments != null && varies && n > 2 ? moments.skewness() : null,
        moments != null && varies && n > 3 ? moments.kurtosis() : null,
        counts,
        available,
        nonZero,
        unique,
        (double) counts.same() / Math.max(1, n),
        available < LEAST_AVAILABLE,
        nonZero < LEAST_NON_ZERO,
        unique < LEAST_UNIQUE,
        moments != null && varies && n > 3 && !OutlierTest.USUAL.passes(moments));
  }
}
