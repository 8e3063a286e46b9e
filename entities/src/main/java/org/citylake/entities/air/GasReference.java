package org.citylake.entities.air;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * The temperature that a gas's concentration is stated at, at 101.325 kPa. Source: GB 3095-2012,
 * 3.14 (273.15 K), and its amendment, announcement 29 of 2018 (298.15 K from 2018-09-01). The
 * limits kept their numbers, so a series of a gas falls by the factor 0.916 on that day with the
 * same air.
 */
public enum GasReference {
  /** 273.15 K, until 2018-08-31. */
  FREEZING_POINT("273.15"),
  /** 298.15 K, from 2018-09-01. */
  ROOM_TEMPERATURE("298.15");

  /** The first day of 298.15 K. */
  public static final LocalDate AMENDED = LocalDate.of(2018, 9, 1);

  private final BigDecimal kelvin;

  GasReference(String kelvin) {
    this.kelvin = new BigDecimal(kelvin);
  }

  /** The state in which a gas measured on that day is stated. */
  public static GasReference on(LocalDate day) {
    return day.isBefore(AMENDED) ? FREEZING_POINT : ROOM_TEMPERATURE;
  }

  /**
   * A concentration of a gas stated in this state, restated in the other.
   *
   * @return 10 digits, HALF_EVEN
   * @throws IllegalArgumentException for particles, which have no reference state
   */
  public BigDecimal restate(Pollutant gas, BigDecimal concentration, GasReference state) {
    if (!gas.gas()) {
      throw new IllegalArgumentException("Only gases have a reference state: " + gas.code());
    }
    return concentration
        .multiply(kelvin)
        .divide(state.kelvin, PollutantDay.SCALE, RoundingMode.HALF_EVEN);
  }
}
