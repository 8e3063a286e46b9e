package org.citylake.entities.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestWaterClasses {
  private static final LocalDate MONTH = LocalDate.of(2016, 3, 31);
  private final WaterLimits limits = WaterLimits.of(Shipped.codelist(WaterLimits.CODELIST));

  /** Table 1 of GB 3838-2002: the limits of classes I to V. */
  @ParameterizedTest
  @CsvSource({
    "dissolved_oxygen,    RIVER, 7.5 6 5 3 2",
    "permanganate_index,  RIVER, 2 4 6 10 15",
    "cod,                 RIVER, 15 15 20 30 40",
    "bod5,                RIVER, 3 3 4 6 10",
    "ammonia_nitrogen,    RIVER, 0.15 0.5 1.0 1.5 2.0",
    "total_phosphorus,    RIVER, 0.02 0.1 0.2 0.3 0.4",
    "total_phosphorus,    LAKE,  0.01 0.025 0.05 0.1 0.2",
    "total_nitrogen,      LAKE,  0.2 0.5 1.0 1.5 2.0",
    "copper,              RIVER, 0.01 1.0 1.0 1.0 1.0",
    "zinc,                RIVER, 0.05 1.0 1.0 2.0 2.0",
    "fluoride,            RIVER, 1.0 1.0 1.0 1.5 1.5",
    "selenium,            RIVER, 0.01 0.01 0.01 0.02 0.02",
    "arsenic,             RIVER, 0.05 0.05 0.05 0.1 0.1",
    "mercury,             RIVER, 0.00005 0.00005 0.0001 0.001 0.001",
    "cadmium,             RIVER, 0.001 0.005 0.005 0.005 0.01",
    "hexavalent_chromium, RIVER, 0.01 0.05 0.05 0.05 0.1",
    "lead,                RIVER, 0.01 0.01 0.05 0.05 0.1",
    "cyanide,             RIVER, 0.005 0.05 0.2 0.2 0.2",
    "volatile_phenol,     RIVER, 0.002 0.002 0.005 0.01 0.1",
    "petroleum,           RIVER, 0.05 0.05 0.05 0.5 1.0",
    "anionic_surfactant,  RIVER, 0.2 0.2 0.2 0.3 0.3",
    "sulphide,            RIVER, 0.05 0.1 0.2 0.5 1.0",
    "faecal_coliforms,    RIVER, 200 2000 10000 20000 40000"
  })
  void theTableIsThatOfTheStandard(String factor, WaterKind kind, String table) {
    String[] columns = table.split(" ");
    BigDecimal step = new BigDecimal("0.000001");
    for (int i = 0; i < columns.length; i++) {
      BigDecimal limit = new BigDecimal(columns[i]);
      // A limit that several classes share belongs to the best of them.
      int best = List.of(columns).indexOf(columns[i]);
      int next = List.of(columns).lastIndexOf(columns[i]) + 1;
      BigDecimal beyond =
          factor.equals("dissolved_oxygen") ? limit.subtract(step) : limit.add(step);
      assertThat(classOf(factor, kind, limit)).isEqualTo(WaterClass.of(best + 1));
      assertThat(classOf(factor, kind, beyond)).isEqualTo(WaterClass.of(next + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"6, I", "9, I", "7.6, I", "5.99, WORSE_THAN_V", "9.01, WORSE_THAN_V"})
  void acidAndAlkalineWaterIsWorseThanV(BigDecimal ph, WaterClass expected) {
    assertThat(classOf("ph", WaterKind.RIVER, ph)).isEqualTo(expected);
  }

  @Test
  void theWorstFactorDecidesTheClass() {
    WaterAssessment water =
        assess(
            WaterKind.RIVER,
            Map.of("dissolved_oxygen", "6.2", "ammonia_nitrogen", "1.2", "cod", "24", "ph", "7.4"));
    assertThat(water.waterClass()).hasValue(WaterClass.IV);
    assertThat(water.deciding()).containsExactly("ammonia_nitrogen", "cod");
    assertThat(water.beyond(WaterClass.IV)).isEmpty();
    assertThat(water.beyond(WaterClass.III)).containsExactly("ammonia_nitrogen", "cod");
    assertThat(limits.multiple(WaterKind.RIVER, MONTH, "cod", new BigDecimal("24"), WaterClass.III))
        .hasValue(new BigDecimal("0.2000"));
    assertThat(water.missing()).contains("total_phosphorus", "mercury").hasSize(21 - 4);
  }

  @Test
  void temperatureNitrogenAndColiformsDoNotEnterTheClass() {
    WaterAssessment lake =
        assess(
            WaterKind.LAKE,
            Map.of(
                "cod", "10",
                "total_nitrogen", "9",
                "faecal_coliforms", "90000",
                "water_temperature", "31"));
    assertThat(lake.waterClass()).hasValue(WaterClass.I);
    assertThat(lake.factors())
        .filteredOn(f -> f.factor().equals("total_nitrogen"))
        .singleElement()
        .satisfies(f -> assertThat(f.waterClass()).isEqualTo(WaterClass.WORSE_THAN_V));
  }

  @Test
  void aRiverHasNoLimitOfTotalNitrogen() {
    assertThat(assess(WaterKind.RIVER, Map.of("total_nitrogen", "9")).factors()).isEmpty();
    assertThat(assess(WaterKind.RIVER, Map.of("total_nitrogen", "9")).waterClass()).isEmpty();
  }

  @Test
  void phosphorusIsJudgedMoreStrictlyInLakes() {
    assertThat(classOf("total_phosphorus", WaterKind.RIVER, new BigDecimal("0.1")))
        .isEqualTo(WaterClass.II);
    assertThat(classOf("total_phosphorus", WaterKind.LAKE, new BigDecimal("0.1")))
        .isEqualTo(WaterClass.IV);
  }

  @Test
  void resultsBelowDetectionCountAsHalfTheLimit() {
    FactorMean lead =
        FactorMean.EMPTY.plusBelow(new BigDecimal("0.01")).plus(new BigDecimal("0.02"));
    assertThat(lead.mean()).isEqualByComparingTo("0.0125");
    assertThat(lead.notDetected()).isFalse();
  }

  @Test
  void aMethodTooCoarseIsTold() {
    FactorMean mercury = FactorMean.EMPTY.plusBelow(new BigDecimal("0.0004"));
    WaterAssessment water = limits.assess(WaterKind.RIVER, MONTH, Map.of("mercury", mercury));
    assertThat(water.factors().get(0).uncertain()).isTrue();
    FactorMean fine = FactorMean.EMPTY.plusBelow(new BigDecimal("0.00004"));
    assertThat(
            limits
                .assess(WaterKind.RIVER, MONTH, Map.of("mercury", fine))
                .factors()
                .get(0)
                .uncertain())
        .isFalse();
  }

  @Test
  void theOrderOfResultsDoesNotChangeTheMean() {
    Random random = new Random(7);
    List<BigDecimal> results = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      results.add(BigDecimal.valueOf(random.nextInt(10_000), 4));
    }
    FactorMean forward = mean(results);
    Collections.shuffle(results, random);
    assertThat(mean(results.subList(0, 13)).plus(mean(results.subList(13, 40)))).isEqualTo(forward);
  }

  @Test
  void anUnknownFactorAndADayWithoutLimitsAreRefused() {
    assertThatThrownBy(() -> assess(WaterKind.RIVER, Map.of("colour", "3")))
        .hasMessageContaining("colour is no factor of the code list surface_water_limit");
    assertThatThrownBy(() -> limits.assess(WaterKind.RIVER, LocalDate.of(2002, 5, 31), Map.of()))
        .hasMessageStartingWith("Cannot class water of 2002-05-31: no limits are in force");
  }

  private static FactorMean mean(List<BigDecimal> results) {
    return results.stream().reduce(FactorMean.EMPTY, FactorMean::plus, FactorMean::plus);
  }

  private WaterClass classOf(String factor, WaterKind kind, BigDecimal value) {
    return limits
        .assess(kind, MONTH, Map.of(factor, FactorMean.EMPTY.plus(value)))
        .factors()
        .get(0)
        .waterClass();
  }

  private WaterAssessment assess(WaterKind kind, Map<String, String> values) {
    Map<String, FactorMean> means = new TreeMap<>();
    values.forEach((f, v) -> means.put(f, FactorMean.EMPTY.plus(new BigDecimal(v))));
    return limits.assess(kind, MONTH, means);
  }
}
