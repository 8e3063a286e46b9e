package org.citylake.entities.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestPollutantDayAndYear {
  private static final BigDecimal LIMIT = new BigDecimal(75);

  @Test
  void aDayOf19HoursHasNoMean() {
    PollutantDay day = day(19, "80");
    assertThat(day.valid()).isFalse();
    assertThat(day.mean()).isEmpty();
    assertThat(day.exceeds(LIMIT)).isEmpty();
  }

  @Test
  void aDayOf20HoursIsJudgedByItsUnroundedMean() {
    assertThat(day(20, "75").exceeds(LIMIT)).hasValue(false);
    assertThat(day(19, "75").plus(new BigDecimal("75.1")).exceeds(LIMIT)).hasValue(true);
    assertThat(day(19, "75").plus(new BigDecimal("75.1")).mean().orElseThrow())
        .isEqualTo(new BigDecimal("75.0050000000"));
  }

  @Test
  void theOrderOfHoursDoesNotChangeTheSum() {
    List<BigDecimal> values = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      values.add(new BigDecimal("0.1").multiply(BigDecimal.valueOf(hour * 7L % 11)));
    }
    PollutantDay forward = sum(values);
    Collections.shuffle(values, new Random(1));
    assertThat(sum(values)).isEqualTo(forward);
  }

  @Test
  void aYearNeeds27DaysInEachMonthAnd25InFebruary() {
    PollutantYear full = year(27, 25, 30);
    assertThat(full.validDays()).isEqualTo(27 + 25 + 10 * 30);
    assertThat(full.valid()).isTrue();
    assertThat(full.mean().orElseThrow()).isEqualByComparingTo("80");
    assertThat(full.daysOver()).isEqualTo(full.validDays());
    assertThat(year(26, 28, 31).valid()).isFalse();
    assertThat(year(27, 24, 31).valid()).isFalse();
    assertThat(year(31, 28, 26).valid()).isFalse();
  }

  @Test
  void aYearNeeds324Days() {
    PollutantYear year = year(27, 26, 27);
    assertThat(year.validDays()).isEqualTo(323);
    assertThat(year.fewestMonthDays()).isEqualTo(27);
    assertThat(year.februaryDays()).isEqualTo(26);
    assertThat(year.valid()).isFalse();
    assertThat(year.mean()).isEmpty();
    assertThat(year(27, 27, 27).valid()).isTrue();
  }

  @Test
  void aDayThatIsNotValidDoesNotEnterTheYear() {
    assertThat(PollutantYear.EMPTY.plus(LocalDate.of(2014, 1, 1), day(19, "80"), LIMIT))
        .isEqualTo(PollutantYear.EMPTY);
  }

  private static PollutantDay day(int hours, String value) {
    return sum(Collections.nCopies(hours, new BigDecimal(value)));
  }

  private static PollutantDay sum(List<BigDecimal> values) {
    PollutantDay day = PollutantDay.EMPTY;
    for (BigDecimal value : values) {
      day = day.plus(value);
    }
    return day;
  }

  /** A year of 80 µg/m³ with so many valid days in January, February and each other month. */
  private static PollutantYear year(int january, int february, int others) {
    PollutantYear year = PollutantYear.EMPTY;
    for (int month = 1; month <= 12; month++) {
      int days = month == 1 ? january : month == 2 ? february : others;
      for (int i = 0; i < days; i++) {
        year = year.plus(LocalDate.of(2014, month, 1), day(24, "80"), LIMIT);
      }
    }
    return year;
  }
}
