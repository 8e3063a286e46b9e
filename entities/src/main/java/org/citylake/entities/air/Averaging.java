package org.citylake.entities.air;

import java.util.Arrays;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** Over what time a concentration is averaged before it is compared. Source: GB 3095-2012, 3. */
public enum Averaging {
  /** One hour. */
  HOUR("hour"),
  /** Eight hours in a row; of a day the greatest such mean. */
  EIGHT_HOURS("eight_hours"),
  /** 24 hours of one local day. */
  DAY("day"),
  /** One calendar quarter. */
  QUARTER("quarter"),
  /** One calendar year. */
  YEAR("year");

  private final String code;

  Averaging(String code) {
    this.code = code;
  }

  /** As the code lists write it. */
  public String code() {
    return code;
  }

  /**
   * The averaging of that code.
   *
   * @throws CityLakeException of kind DATA when there is none
   */
  public static Averaging of(String code) {
    return Arrays.stream(values())
        .filter(a -> a.code.equals(code))
        .findFirst()
        .orElseThrow(
            () -> new CityLakeException(Kind.DATA, "There is no averaging time '" + code + "'"));
  }
}
