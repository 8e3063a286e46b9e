package org.citylake.entities.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.citylake.entities.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNoise {
  private static final LocalDate DATE = LocalDate.of(2016, 3, 1);
  private static final long HOUR = 3600;
  private final AcousticLimits limits =
      AcousticLimits.of(Shipped.codelist(AcousticLimits.CODELIST));

  @ParameterizedTest
  @CsvSource({"0, 50, 40", "1, 55, 45", "2, 60, 50", "3, 65, 55", "4a, 70, 55", "4b, 70, 60"})
  void theLimitsAreThoseOfTable1(String zone, BigDecimal day, BigDecimal night) {
    assertThat(limits.load(zone, DATE).limit(DayPart.DAY)).isEqualByComparingTo(day);
    assertThat(limits.load(zone, DATE).limit(DayPart.NIGHT)).isEqualByComparingTo(night);
  }

  @ParameterizedTest
  @CsvSource({
    "05:59, NIGHT, 2016-02-29",
    "06:00, DAY, 2016-03-01",
    "21:59, DAY, 2016-03-01",
    "22:00, NIGHT, 2016-03-01",
    "00:00, NIGHT, 2016-02-29"
  })
  void theNightGoesFrom22To6AndCountsForTheDateOnWhichItBegins(
      LocalTime time, DayPart part, LocalDate date) {
    assertThat(DayPart.of(time)).isEqualTo(part);
    assertThat(DayPart.date(LocalDateTime.of(DATE, time))).isEqualTo(date);
  }

  @Test
  void levelsAreAveragedByEnergy() {
    // Twice the energy is 10 lg 2 = 3.0103 dB more, so half of the time 3.0103 dB less.
    assertThat(level(one("60"), one("60"))).isEqualByComparingTo("60");
    assertThat(level(one("60"), SoundEnergy.of(BigDecimal.ZERO, HOUR)))
        .isEqualByComparingTo("56.9897");
    // Not 60, which is the mean of the figures.
    assertThat(level(one("50"), one("70"))).isEqualByComparingTo("67.0329");
  }

  @Test
  void neitherOrderNorGroupingChangesASingleBit() {
    Random random = new Random(20160301);
    List<SoundEnergy> hours = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      hours.add(SoundEnergy.of(BigDecimal.valueOf(200 + random.nextInt(1000), 1), 1 + i % 60));
    }
    SoundEnergy forward = sum(hours);
    for (int run = 0; run < 50; run++) {
      Collections.shuffle(hours, random);
      int cut = random.nextInt(hours.size());
      assertThat(sum(hours.subList(0, cut)).plus(sum(hours.subList(cut, hours.size()))))
          .isEqualTo(forward);
    }
  }

  @Test
  void aDayHasLevelsByDayByNightAndOfBoth() {
    NoiseDay day = NoiseDay.EMPTY;
    for (int hour = 6; hour < 30; hour++) {
      LocalTime begins = LocalTime.of(hour % 24, 0);
      boolean night = DayPart.of(begins) == DayPart.NIGHT;
      day = day.plus(begins, HOUR, new BigDecimal(night ? "50" : "60"), new BigDecimal("64.9"));
    }
    assertThat(day.dayLevel().orElseThrow()).isEqualByComparingTo("60");
    assertThat(day.nightLevel().orElseThrow()).isEqualByComparingTo("50");
    // 10 lg((16 x 10^6 + 8 x 10^(5+1)) / 24) = 60
    assertThat(day.dayNightLevel().orElseThrow()).isEqualByComparingTo("60");
    assertThat(day.exceeds(limits.load("2", DATE), DayPart.DAY)).hasValue(false);
    assertThat(day.exceeds(limits.load("1", DATE), DayPart.DAY)).hasValue(true);
    assertThat(day.exceeds(limits.load("1", DATE), DayPart.NIGHT)).hasValue(true);
    assertThat(day.peakExceeds(limits.load("2", DATE))).hasValue(false);
    assertThat(day.peakExceeds(limits.load("1", DATE))).hasValue(true);
  }

  @Test
  void aPeakByDayIsNoPeakByNight() {
    NoiseDay day =
        NoiseDay.EMPTY.plus(LocalTime.NOON, HOUR, new BigDecimal(50), new BigDecimal(100));
    assertThat(day.peakExceeds(limits.load("2", DATE))).isEmpty();
    assertThat(day.nightLevel()).isEmpty();
    assertThat(day.dayNightLevel()).isEmpty();
    assertThat(day.exceeds(limits.load("2", DATE), DayPart.NIGHT)).isEmpty();
  }

  @Test
  void whatIsNoZoneAndWhatIsNoLevelIsRefused() {
    assertThatThrownBy(() -> limits.load("5", DATE))
        .hasMessageStartingWith("Cannot find the noise limits of zone '5' on 2016-03-01");
    assertThatThrownBy(() -> SoundEnergy.of(new BigDecimal("-99"), HOUR))
        .hasMessage("A level lies between 0 and 200 dB(A): -99");
  }

  private static SoundEnergy one(String level) {
    return SoundEnergy.of(new BigDecimal(level), HOUR);
  }

  private static BigDecimal level(SoundEnergy... energies) {
    return sum(List.of(energies)).level().orElseThrow();
  }

  private static SoundEnergy sum(List<SoundEnergy> energies) {
    return energies.stream().reduce(SoundEnergy.SILENCE, SoundEnergy::plus);
  }
}
