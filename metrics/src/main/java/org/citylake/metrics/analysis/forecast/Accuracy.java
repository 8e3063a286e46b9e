package org.citylake.metrics.analysis.forecast;

import org.jspecify.annotations.Nullable;

/**
 * How a method did in a back-test.
 *
 * @param mase mean absolute error over that of the seasonal naive method within what was known
 *     (Hyndman and Koehler, International Journal of Forecasting 22, 2006); below 1 is better than
 *     that method; null where it made no error
 * @param mape mean absolute error in percent of the values; null where one of them is zero
 * @param meanError mean absolute error in the indicator's unit
 * @param coverage95 share (0 to 1) of the values that lay in the 95 % interval
 * @param folds origins that were forecast from
 */
public record Accuracy(
    @Nullable Double mase, @Nullable Double mape, double meanError, double coverage95, int folds) {}
