package org.citylake.entities.air;

import java.math.BigDecimal;

/**
 * A pollutant's mean concentration.
 *
 * @param pollutant which one
 * @param averaging over what time
 * @param value mg/m³ of CO, µg/m³ of all others, not negative
 */
public record Concentration(Pollutant pollutant, Averaging averaging, BigDecimal value) {
  public Concentration {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("A concentration is not negative: " + value);
    }
  }
}
