package org.citylake.metrics.statistics.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.Values;
import org.junit.jupiter.api.Test;

class TestCronbachAlpha {

  @Test
  void everyGroupIsAsCoinr() {
    OracleTable oracle = OracleTable.read("asem/out_cronbach.csv");
    OracleTable data = OracleTable.read("asem/out_7_Aggregated.csv");
    for (int row = 0; row < oracle.rows().size(); row++) {
      List<String> columns = OracleTable.children(oracle.text(row, "group"));
      assertThat(CronbachAlpha.of(data.values(columns), data.present(columns)))
          .as(oracle.text(row, "group"))
          .isCloseTo(oracle.value(row, "alpha"), within(1e-12));
    }
  }

  @Test
  void unitsWithMissingValuesAreLeftOut() {
    double[][] values = {{1, 1}, {2, 2}, {3, 3}, {50, 0}};
    boolean[][] present = Values.allPresent(4, 2);
    present[3][1] = false;
    assertThat(CronbachAlpha.of(values, present)).isCloseTo(1, within(1e-12));
  }

  @Test
  void indicatorsThatCancelHaveNone() {
    double[][] values = {{1, -1}, {0.1, -0.1}, {3, -3}};
    assertThatThrownBy(() -> CronbachAlpha.of(values, Values.allPresent(3, 2)))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("Cronbach's alpha needs indicators whose sum varies");
    assertThatThrownBy(() -> CronbachAlpha.of(values, new boolean[3][2]))
        .hasMessage("Cronbach's alpha needs at least 2 units without missing values, not 0");
    assertThatThrownBy(() -> CronbachAlpha.of(new double[3][1], Values.allPresent(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cronbach's alpha needs at least 2 indicators");
  }
}
