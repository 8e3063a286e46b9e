package org.citylake.metrics.analysis.warning;

import org.citylake.metrics.analysis.SeriesAnalysis;

/**
 * A series that rules look at.
 *
 * @param indicator code of the indicator
 * @param area code of the area
 * @param analysis the series and what is known of it
 * @param synthetic whether any of its values is made up
 */
public record WatchedSeries(
    String indicator, String area, SeriesAnalysis analysis, boolean synthetic) {}
