package org.citylake.metrics.analysis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.citylake.metrics.analysis.Examples;
import org.citylake.metrics.analysis.Frequency;
import org.citylake.metrics.analysis.Series;
import org.citylake.metrics.analysis.ValidRange;
import org.junit.jupiter.api.Test;

class TestForecast {

  @Test
  void aGrowingSeasonIsForecastByTheAirlineModelOfLogarithms() {
    double[] values = Examples.airline();

    Forecast forecast = forecast(Examples.series(Frequency.MONTHLY, values.length, i -> values[i]));

    assertThat(forecast.method()).isEqualTo("airline-log");
    assertThat(forecast.points()).hasSize(12);
    assertThat(forecast.points().get(0).period()).isEqualTo("2013-01");
    assertThat(forecast.points().get(0).value()).isCloseTo(450, within(9.0));
    assertThat(forecast.accuracy().folds()).isEqualTo(6);
    assertThat(forecast.accuracy().mase()).isBetween(0.1, 0.9);
    assertThat(forecast.accuracy().mape()).isBetween(1.0, 6.0);
  }

  @Test
  void aSteadyRiseGoesOn() {
    Forecast forecast =
        forecast(Examples.series(Frequency.ANNUAL, 10, i -> 10 + 2 * i + Examples.noise(i) / 10));

    assertThat(forecast.method()).isEqualTo("drift");
    assertThat(forecast.points().get(2).period()).isEqualTo("2013");
    assertThat(forecast.points().get(2).value()).isCloseTo(34, within(0.5));
  }

  @Test
  void theDriftsIntervalIsThatOfTheTextbook() {
    // Values 0 2 3 5 7: slope 7/4, residuals 0.25 -0.75 0.25 0.25, variance 0.75 / 3.
    double[] values = {0, 2, 3, 5, 7};
    Prediction prediction = SimpleMethod.drift().learn(values).orElseThrow().predict(values, 2);

    assertThat(prediction.value(1)).isEqualTo(7 + 2 * 1.75);
    assertThat(prediction.bound(1, 1) - prediction.value(1))
        .isCloseTo(Math.sqrt(0.25 * 2 * (1 + 2 / 4.0)), within(1e-12));
    assertThat(prediction.reach(0.95)).isCloseTo(3.182446, within(1e-6));
  }

  @Test
  void sharesStayBelowAHundred() {
    Series series = Examples.series(Frequency.ANNUAL, 9, i -> 83 + 2 * i + Examples.noise(i) / 10);

    Forecast forecast = Forecast.of(series, new ValidRange(0.0, 100.0)).orElseThrow();

    assertThat(forecast.points().get(2).value()).isEqualTo(100);
    assertThat(forecast.points().get(2).high95()).isEqualTo(100);
  }

  @Test
  void aShortAndAConstantSeriesHaveNone() {
    Series few = Examples.series(Frequency.ANNUAL, 5, i -> i);
    Series same = Examples.series(Frequency.DAILY, 50, i -> 4);

    assertThat(Forecast.of(few, ValidRange.UNBOUNDED)).isEmpty();
    assertThat(Forecast.refusal(few)).contains(Forecast.Refusal.TOO_FEW_POINTS);
    assertThat(Forecast.of(same, ValidRange.UNBOUNDED)).isEmpty();
    assertThat(Forecast.refusal(same)).contains(Forecast.Refusal.CONSTANT);
  }

  @Property(tries = 40)
  void intervalsNestAndAreTheSameEachTime(
      @ForAll @Size(min = 28, max = 60) List<@DoubleRange(min = 0, max = 1000) Double> values) {
    Series series = Examples.series(Frequency.DAILY, values.size(), values::get);
    if (series.constant()) {
      return;
    }

    Forecast forecast = Forecast.of(series, new ValidRange(0.0, null)).orElseThrow();

    for (ForecastPoint point : forecast.points()) {
      assertThat(point.low95()).isBetween(0.0, point.low80());
      assertThat(point.value()).isBetween(point.low80(), point.high80());
      assertThat(point.high95()).isGreaterThanOrEqualTo(point.high80());
    }
    assertThat(Forecast.of(series, new ValidRange(0.0, null))).contains(forecast);
  }

  @Property(tries = 20)
  void aShiftedSeriesHasAShiftedForecast(
      @ForAll @Size(min = 40, max = 40) List<@DoubleRange(min = 0, max = 100) Double> values,
      @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    double[] plain = values.stream().mapToDouble(v -> v).toArray();
    double[] shifted = values.stream().mapToDouble(v -> v + shift).toArray();
    for (ForecastMethod method : ForecastMethod.candidates(Frequency.DAILY)) {
      if (method instanceof SeasonalArima arima && arima.logarithms()) {
        continue;
      }
      method
          .learn(plain)
          .ifPresent(
              learnt -> {
                double here = learnt.predict(plain, 5).value(4);
                double there = method.learn(shifted).orElseThrow().predict(shifted, 5).value(4);
                // Likelihoods of noise are flat: the search ends near the same place, not on it.
                assertThat(there - shift).as(method.text()).isCloseTo(here, within(0.1));
              });
    }
  }

  @Property(tries = 20)
  void noFoldSeesWhatComesAfterItsOrigin(
      @ForAll @Size(min = 60, max = 60) List<@DoubleRange(min = 1, max = 100) Double> values) {
    double[] plain = values.stream().mapToDouble(v -> v).toArray();
    double[] changed = plain.clone();
    changed[59] = 5000;
    changed[47] = 3000;
    for (ForecastMethod method : ForecastMethod.candidates(Frequency.DAILY)) {
      List<Double> before = predicted(plain, method);
      List<Double> after = predicted(changed, method);
      // Origins are 31, 34, 37, 40, 43 and 46, all before the first change.
      assertThat(after).as(method.text()).isEqualTo(before);
    }
  }

  private static List<Double> predicted(double[] values, ForecastMethod method) {
    List<Double> all = new ArrayList<>();
    for (Prediction prediction :
        new RollingOrigin(values, Frequency.DAILY, ValidRange.UNBOUNDED).predictions(method)) {
      for (int step = 0; step < prediction.length(); step++) {
        all.add(prediction.value(step));
      }
    }
    assertThat(all.size() % 6).isZero();
    return all;
  }

  private static Forecast forecast(Series series) {
    return Forecast.of(series, ValidRange.UNBOUNDED).orElseThrow();
  }
}
