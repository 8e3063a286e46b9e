package org.citylake.metrics.statistics.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.citylake.metrics.statistics.OracleTable;
import org.citylake.metrics.statistics.UndefinedStatisticException;
import org.citylake.metrics.statistics.imputation.SeriesImputation.Filled;
import org.junit.jupiter.api.Test;

class TestSeriesImputation {
  private static final OracleTable PANEL = OracleTable.read("asem/panel_impute_input.csv");
  private static final List<String> INDICATORS = List.of("LPI", "CO2", "Flights");

  /** One unit's rows, in order of time. */
  private static int[] rows(String unit) {
    return IntStream.range(0, PANEL.rows().size())
        .filter(row -> PANEL.text(row, "uCode").equals(unit))
        .toArray();
  }

  private static double[] times(int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> PANEL.value(row, "Time")).toArray();
  }

  private static boolean[] present(OracleTable table, int[] rows, String indicator) {
    boolean[] present = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      present[i] = !table.text(rows[i], indicator).isEmpty();
    }
    return present;
  }

  private static double[] values(OracleTable table, int[] rows, String indicator) {
    boolean[] present = present(table, rows, indicator);
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = present[i] ? table.value(rows[i], indicator) : 0;
    }
    return values;
  }

  private static List<String> units() {
    return PANEL.rows().stream().map(row -> row.getField("uCode")).distinct().toList();
  }

  @Test
  void gapsAreInterpolatedAsByCoinr() {
    OracleTable oracle = OracleTable.read("asem/panel_impute_linear-constant.csv");
    for (String unit : units()) {
      int[] rows = rows(unit);
      for (String indicator : INDICATORS) {
        assertThat(
                SeriesImputation.linear(
                    times(rows), values(PANEL, rows, indicator), present(PANEL, rows, indicator)))
            .as("%s of %s", indicator, unit)
            .containsExactly(values(oracle, rows, indicator), within(1e-9));
      }
    }
  }

  @Test
  void lastObservationsAreCarriedAsByCoinr() {
    requireLatest("asem/panel_impute_latest.csv", Double.POSITIVE_INFINITY);
    requireLatest("asem/panel_impute_latest_max1.csv", 1);
  }

  private static void requireLatest(String file, double maximumAge) {
    OracleTable oracle = OracleTable.read(file);
    for (String unit : units()) {
      int[] rows = rows(unit);
      for (String indicator : INDICATORS) {
        Filled filled =
            SeriesImputation.lastObservation(
                times(rows),
                values(PANEL, rows, indicator),
                present(PANEL, rows, indicator),
                maximumAge);
        assertThat(filled.present())
            .as("%s of %s", indicator, unit)
            .containsExactly(present(oracle, rows, indicator));
        assertThat(filled.values())
            .as("%s of %s", indicator, unit)
            .containsExactly(values(oracle, rows, indicator));
      }
    }
  }

  @Test
  void unevenTimesCount() {
    double[] times = {2000, 2001, 2004, 2010};
    double[] values = {1, 0, 9, 0};
    boolean[] present = {true, false, true, false};
    assertThat(SeriesImputation.linear(times, values, present)).containsExactly(1, 3, 9, 9);
    assertThat(SeriesImputation.lastObservation(times, values, present, 5).present())
        .containsExactly(true, true, true, false);
    assertThat(SeriesImputation.lastObservation(times, values, present, 0).present())
        .containsExactly(present);
  }

  @Test
  void badSeriesAreNamed() {
    double[] times = {1, 1};
    assertThatThrownBy(
            () -> SeriesImputation.linear(times, new double[2], new boolean[] {true, true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Times must ascend: 1.0 before 1.0");
    assertThatThrownBy(
            () -> SeriesImputation.linear(new double[] {1}, new double[1], new boolean[1]))
        .isInstanceOf(UndefinedStatisticException.class)
        .hasMessage("A series needs at least 1 value");
    assertThatThrownBy(
            () ->
                SeriesImputation.lastObservation(
                    new double[] {1}, new double[1], new boolean[1], -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maximumAge must be >= 0: -1.0");
  }
}
