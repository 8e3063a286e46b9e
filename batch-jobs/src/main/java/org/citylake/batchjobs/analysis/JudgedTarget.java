package org.citylake.batchjobs.analysis;

import org.apache.spark.sql.Row;
import org.citylake.metrics.analysis.outlook.OutlookText;
import org.citylake.metrics.analysis.outlook.TargetPace;
import org.jspecify.annotations.Nullable;

/**
 * A target with what comes of it.
 *
 * @param row of metric.indicator_target
 * @param number the target; null when the plan names none
 * @param actualPeriod period of the last figure; null when there is none
 * @param actual the last figure; null when there is none
 * @param figures years with a figure
 * @param pace what comes of it
 * @param text the same in words
 */
record JudgedTarget(
    Row row,
    @Nullable Double number,
    @Nullable String actualPeriod,
    @Nullable Double actual,
    int figures,
    TargetPace pace,
    OutlookText text) {}
