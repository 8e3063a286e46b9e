package org.citylake.metrics.analysis.forecast;

/**
 * What is expected of one period, in the indicator's unit and within what it can be.
 *
 * @param period SDMX text
 * @param value the expected value
 * @param low80 lower end of the 80 % interval
 * @param high80 its upper end
 * @param low95 lower end of the 95 % interval
 * @param high95 its upper end
 */
public record ForecastPoint(
    String period, double value, double low80, double high80, double low95, double high95) {}
