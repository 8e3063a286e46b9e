package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.citylake.cli.benchmark.PageLoad.Seen;
import org.citylake.core.CityLakeException;
import org.junit.jupiter.api.Test;

class TestWrkLoad {
  @Test
  void figuresAreReadAsWrkTellsThem() {
    Seen seen =
        WrkLoad.parse(
            "figure",
            """
            Running 10s test @ http://127.0.0.1:40111/api/v1/indicator/x
              1 threads and 200 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency    40.10ms   12.00ms 210.00ms   80.00%
                Req/Sec     5.00k   300.00     5.40k    70.00%
              Latency Distribution
                 50%  800.00us
                 75%   45.00ms
                 90%   60.00ms
                 99%    1.20s
              50000 requests in 10.00s, 1.90GB read
              Non-2xx or 3xx responses: 40
            Requests/sec:   5000.00
            """,
            7);

    assertThat(seen).isEqualTo(new Seen("figure", 7, 49_960, 40, 10, 0.8, 1_200));
  }

  @Test
  void whatIsNoMeasurementIsRefused() {
    assertThatThrownBy(() -> WrkLoad.parse("figure", "unable to connect", 7))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("wrk told no figures: [unable to connect]");
  }
}
