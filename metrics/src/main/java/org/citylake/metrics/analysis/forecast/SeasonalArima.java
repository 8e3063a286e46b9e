package org.citylake.metrics.analysis.forecast;

import java.util.Arrays;
import java.util.Optional;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.regarima.RegArimaEstimation;
import jdplus.toolkit.base.core.regarima.RegArimaForecasts;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;
import jdplus.toolkit.base.core.sarima.estimation.SarimaMapping;

/**
 * The airline model ARIMA (0,1,1)(0,1,1), or ARIMA (0,1,1), which is simple exponential smoothing,
 * where the season is 1; by maximum likelihood and the Kalman filter of JDemetra+. Source: Box and
 * Jenkins, "Time Series Analysis", series G.
 *
 * @param season periods of a season
 * @param logarithms whether logarithms are modelled; the values must be above zero then
 */
record SeasonalArima(int season, boolean logarithms) implements ForecastMethod {
  @Override
  public String text() {
    return (season == 1 ? "arima-011" : "airline") + (logarithms ? "-log" : "");
  }

  @Override
  public int minimumTraining() {
    return season == 1 ? 8 : 2 * season + 4;
  }

  @Override
  public Optional<Learnt> learn(double[] training) {
    if (logarithms && Arrays.stream(training).anyMatch(v -> v <= 0)) {
      return Optional.empty();
    }
    double[] values = scaled(training);
    if (still(values)) {
      // Nothing moves but by the pattern itself, so there is no likelihood to maximise.
      return Optional.empty();
    }
    SarimaOrders orders = season == 1 ? SarimaOrders.m011(1) : SarimaOrders.airline(season);
    SarimaModel start = SarimaModel.builder(orders).setDefault().build();
    RegArimaModel<SarimaModel> model =
        RegArimaModel.<SarimaModel>builder().arima(start).y(DoubleSeq.of(values)).build();
    RegArimaEstimation<SarimaModel> estimation =
        RegSarimaComputer.builder()
            .useParallelProcessing(false)
            .build()
            .process(model, SarimaMapping.of(orders));
    int freedom = values.length - orders.getDifferenceOrder() - orders.getParametersCount();
    double variance = estimation.getConcentratedLikelihood().ssq() / freedom;
    SarimaModel arima = estimation.getModel().arima();
    return Optional.of(
        (history, periods) -> {
          RegArimaForecasts.Result result =
              RegArimaForecasts.calcForecast(
                  arima, DoubleSeq.of(scaled(history)), periods, variance);
          return new Prediction(
              result.getForecasts(), result.getForecastsStdev(), freedom, logarithms);
        });
  }

  private double[] scaled(double[] values) {
    return logarithms
        ? Arrays.stream(values).map(v -> v > 0 ? StrictMath.log(v) : Double.NaN).toArray()
        : values;
  }

  private boolean still(double[] values) {
    double largest = 0;
    double moved = 0;
    for (int i = season + 1; i < values.length; i++) {
      double change = values[i] - values[i - 1];
      double before = season == 1 ? 0 : values[i - season] - values[i - season - 1];
      moved = Math.max(moved, Math.abs(change - before));
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return moved <= 1e-9 * largest;
  }
}
