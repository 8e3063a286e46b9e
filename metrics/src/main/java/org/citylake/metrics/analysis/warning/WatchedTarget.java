package org.citylake.metrics.analysis.warning;

import org.citylake.metrics.analysis.outlook.TargetPace;

/**
 * A target that rules look at.
 *
 * @param key source and key of the target, which tell two targets of one figure apart
 * @param indicator code of the indicator
 * @param area code of the area
 * @param duePeriod when it is due
 * @param actualPeriod period of the last figure
 * @param actual the last figure
 * @param number what is to be reached
 * @param pace what comes of it
 */
public record WatchedTarget(
    String key,
    String indicator,
    String area,
    String duePeriod,
    String actualPeriod,
    double actual,
    double number,
    TargetPace pace) {}
