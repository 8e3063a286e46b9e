package org.citylake.entities.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestAirQualityIndex {
  private static final LocalDate DAY = LocalDate.of(2014, 6, 1);
  private final AirQualityIndex index =
      new AirQualityIndex(
          IndividualAirQualityIndex.of(Shipped.codelist(IndividualAirQualityIndex.CODELIST)));

  /** Table 1 of HJ 633-2012, line by line. */
  @ParameterizedTest
  @CsvSource({
    "so2,  day,         0 50 150 475 800 1600 2100 2620",
    "so2,  hour,        0 150 500 650 800",
    "no2,  day,         0 40 80 180 280 565 750 940",
    "no2,  hour,        0 100 200 700 1200 2340 3090 3840",
    "pm10, day,         0 50 150 250 350 420 500 600",
    "co,   day,         0 2 4 14 24 36 48 60",
    "co,   hour,        0 5 10 35 60 90 120 150",
    "o3,   hour,        0 160 200 300 400 800 1000 1200",
    "o3,   eight_hours, 0 100 160 215 265 800",
    "pm25, day,         0 35 75 115 150 250 350 500"
  })
  void theTableIsThatOfTheStandard(String pollutant, String averaging, String concentrations) {
    int[] indexes = {0, 50, 100, 150, 200, 300, 400, 500};
    String[] columns = concentrations.split(" ");
    for (int i = 0; i < columns.length; i++) {
      assertThat(
              index
                  .breakpoints()
                  .index(pollutant, Averaging.of(averaging), new BigDecimal(columns[i]), DAY))
          .as(pollutant + " " + averaging + " " + columns[i])
          .hasValue(indexes[i]);
    }
    assertThat(
            index
                .breakpoints()
                .index(pollutant, Averaging.of(averaging), new BigDecimal(5000), DAY)
                .isPresent())
        .as("an index beyond the table")
        .isEqualTo(columns.length == indexes.length);
  }

  @Test
  void theIndexIsTheGreatestOfSixAndItsPollutantIsPrimary() {
    AirQuality day = index.daily(DAY, day("30", "60", "1", "130", "120", "80"));
    // NO2 75; ozone 75; PM10 85; PM2.5 100 + 5 x 50 / 40 = 106.25, rounded up
    assertThat(day.individual())
        .containsEntry(Pollutant.NO2, 75)
        .containsEntry(Pollutant.PM25, 107);
    assertThat(day.index()).hasValue(107);
    assertThat(day.primary()).containsExactly(Pollutant.PM25);
    assertThat(day.overLimit()).containsExactly(Pollutant.PM25);
    assertThat(day.level()).hasValue(AirQualityLevel.LIGHTLY_POLLUTED);
  }

  @Test
  void thereIsNoPrimaryPollutantUpTo50() {
    AirQuality day = index.daily(DAY, day("10", "40", "1", "100", "50", "35"));
    assertThat(day.index()).hasValue(50);
    assertThat(day.primary()).isEmpty();
    assertThat(day.level().orElseThrow().nameZh()).isEqualTo("优");
  }

  @Test
  void pollutantsWithTheSameIndexAreAllPrimary() {
    AirQuality day = index.daily(DAY, day("10", "60", "1", "130", "40", "20"));
    assertThat(day.primary()).isEqualTo(Set.of(Pollutant.NO2, Pollutant.O3));
  }

  @Test
  void fewerThanSixPollutantsMakeNoIndex() {
    List<Concentration> five = new ArrayList<>(day("10", "60", "1", "130", "40", "500"));
    five.removeIf(c -> c.pollutant() == Pollutant.CO);
    AirQuality day = index.daily(DAY, five);
    assertThat(day.individual()).containsEntry(Pollutant.PM25, 500);
    assertThat(day.missing()).containsExactly(Pollutant.CO);
    assertThat(day.index()).isEmpty();
    assertThat(day.level()).isEmpty();
    assertThat(day.primary()).isEmpty();
  }

  @Test
  void ozoneOver800In8HoursIsReadByItsHour() {
    List<Concentration> means = new ArrayList<>(day("10", "20", "1", "801", "20", "20"));
    assertThat(index.daily(DAY, means).missing()).containsExactly(Pollutant.O3);
    means.add(mean(Pollutant.O3, Averaging.HOUR, "1000"));
    assertThat(index.daily(DAY, means).index()).hasValue(400);
  }

  @Test
  void anHourOfOzoneAloneMakesNoDay() {
    List<Concentration> means = new ArrayList<>(day("10", "20", "1", "90", "20", "20"));
    means.removeIf(c -> c.pollutant() == Pollutant.O3);
    means.add(mean(Pollutant.O3, Averaging.HOUR, "90"));
    assertThat(index.daily(DAY, means).missing()).containsExactly(Pollutant.O3);
  }

  @Test
  void inRealTimeSulphurDioxideOver800IsReadByItsDay() {
    List<Concentration> hour = new ArrayList<>(hour("801"));
    assertThat(index.realTime(DAY, hour).missing()).containsExactly(Pollutant.SO2);
    hour.add(mean(Pollutant.SO2, Averaging.DAY, "475"));
    assertThat(index.realTime(DAY, hour).individual()).containsEntry(Pollutant.SO2, 150);
  }

  @Test
  void anHourOfParticlesInTheTableOf24HoursIsToldApart() {
    List<Concentration> hour = new ArrayList<>(hour("10"));
    assertThat(index.realTime(DAY, hour).hourlyParticulates()).isTrue();
    assertThat(index.realTime(DAY, hour).individual()).containsEntry(Pollutant.PM25, 150);
    hour.add(mean(Pollutant.PM25, Averaging.DAY, "35"));
    hour.add(mean(Pollutant.PM10, Averaging.DAY, "50"));
    assertThat(index.realTime(DAY, hour).hourlyParticulates()).isFalse();
    assertThat(index.realTime(DAY, hour).individual()).containsEntry(Pollutant.PM25, 50);
  }

  @Test
  void theEditionOf2026IsRefusedAsLongAsItsBreakpointsAreUnknown() {
    assertThatThrownBy(
            () -> index.daily(LocalDate.of(2026, 3, 1), day("1", "1", "1", "1", "1", "1")))
        .hasMessage(
            "Cannot make the AQI of 2026-03-01: the day breakpoints of so2 in force on that day are"
                + " not known; add them to the code list iaqi_breakpoint");
  }

  @Test
  void aMeanGivenTwiceIsRefused() {
    List<Concentration> means = new ArrayList<>(day("1", "1", "1", "1", "1", "1"));
    means.add(mean(Pollutant.CO, Averaging.DAY, "2"));
    assertThatThrownBy(() -> index.daily(DAY, means))
        .hasMessage("The day mean of CO is given twice");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 优, green",
    "50, 优, green",
    "51, 良, yellow",
    "100, 良, yellow",
    "101, 轻度污染, orange",
    "150, 轻度污染, orange",
    "151, 中度污染, red",
    "200, 中度污染, red",
    "201, 重度污染, purple",
    "300, 重度污染, purple",
    "301, 严重污染, maroon",
    "500, 严重污染, maroon"
  })
  void levelsHaveNamesAndColours(int aqi, String name, String colour) {
    AirQualityLevel level = AirQualityLevel.of(aqi);
    assertThat(level.nameZh()).isEqualTo(name);
    assertThat(level.colourEn()).isEqualTo(colour);
  }

  private static List<Concentration> day(
      String so2, String no2, String co, String o3, String pm10, String pm25) {
    return List.of(
        mean(Pollutant.SO2, Averaging.DAY, so2),
        mean(Pollutant.NO2, Averaging.DAY, no2),
        mean(Pollutant.CO, Averaging.DAY, co),
        mean(Pollutant.O3, Averaging.EIGHT_HOURS, o3),
        mean(Pollutant.PM10, Averaging.DAY, pm10),
        mean(Pollutant.PM25, Averaging.DAY, pm25));
  }

  private static List<Concentration> hour(String so2) {
    return List.of(
        mean(Pollutant.SO2, Averaging.HOUR, so2),
        mean(Pollutant.NO2, Averaging.HOUR, "10"),
        mean(Pollutant.CO, Averaging.HOUR, "1"),
        mean(Pollutant.O3, Averaging.HOUR, "10"),
        mean(Pollutant.PM10, Averaging.HOUR, "10"),
        mean(Pollutant.PM25, Averaging.HOUR, "115"));
  }

  private static Concentration mean(Pollutant pollutant, Averaging averaging, String value) {
    return new Concentration(pollutant, averaging, new BigDecimal(value));
  }
}
