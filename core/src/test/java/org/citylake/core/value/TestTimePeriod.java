package org.citylake.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestTimePeriod {
  @ParameterizedTest
  @CsvSource({
    "2015,       2015-01-01, 2016-01-01",
    "2015-03,    2015-03-01, 2015-04-01",
    "2015-12,    2015-12-01, 2016-01-01",
    "2016-02-29, 2016-02-29, 2016-03-01",
    "2011/2015,  2011-01-01, 2016-01-01"
  })
  void aPeriodRunsFromItsFirstDayToTheFirstDayAfter(String text, LocalDate start, LocalDate end) {
    assertThat(TimePeriod.parse(text)).isEqualTo(new TimePeriod(text, start, end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "15", "2015-13", "2015-02-30", "2015/2011", "2011..2015", "2015-3", "２０１５"})
  void whatIsNoPeriodIsRefused(String text) {
    assertThatThrownBy(() -> TimePeriod.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a period: '" + text + "'; write 2015, 2015-03, 2015-03-01 or 2011/2015");
  }
}
