package org.citylake.metrics.analysis.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.citylake.metrics.analysis.Examples;
import org.junit.jupiter.api.Test;

/**
 * Held against R 4: {@code predict(arima(log(AirPassengers), c(0, 1, 1), seasonal = c(0, 1, 1)),
 * n.ahead = 12)}, whose standard errors divide by the number of values and not by what is left
 * after two parameters.
 */
class TestSeasonalArima {
  private static final double[] LOGARITHMS = {
    6.110186, 6.053775, 6.171715, 6.199300, 6.232556, 6.368779,
    6.507294, 6.502906, 6.324698, 6.209008, 6.063487, 6.168025
  };

  @Test
  void airlinePassengersAreForecastAsRForecastsThem() {
    Prediction prediction = learn(Examples.airline(), 12, true).predict(Examples.airline(), 12);

    for (int step = 0; step < 12; step++) {
      assertThat(Math.log(prediction.value(step))).isCloseTo(LOGARITHMS[step], within(5e-4));
    }
    double deviation = Math.log(prediction.bound(0, 1) / prediction.value(0));
    assertThat(deviation).isCloseTo(0.03671562 * Math.sqrt(131.0 / 129), within(1e-4));
  }

  @Test
  void valuesThatAreNotAboveZeroHaveNoLogarithms() {
    double[] values = Examples.airline();
    values[100] = 0;

    assertThat(new SeasonalArima(12, true).learn(values)).isEmpty();
    assertThat(new SeasonalArima(12, false).learn(values)).isPresent();
  }

  @Test
  void anExactPatternHasNoLikelihood() {
    double[] pattern = new double[60];
    Arrays.setAll(pattern, i -> i % 12 + 0.5 * i);

    assertThat(new SeasonalArima(12, false).learn(pattern)).isEmpty();
  }

  private static ForecastMethod.Learnt learn(double[] values, int season, boolean logarithms) {
    return new SeasonalArima(season, logarithms).learn(values).orElseThrow();
  }
}
