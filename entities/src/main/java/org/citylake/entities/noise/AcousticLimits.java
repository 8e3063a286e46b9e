package org.citylake.entities.noise;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.standard.StandardRow;
import org.citylake.entities.standard.Validity;

/**
 * The limits of acoustic zones. Source: GB 3096-2008, table 1 and 5.4, from the code list {@code
 * acoustic_zone}.
 *
 * @param zones one row for each way to write a zone
 */
public record AcousticLimits(List<Zone> zones) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "acoustic_zone";

  /** So much may a sudden noise at night lie over the limit, in dB(A). */
  public static final BigDecimal NIGHT_PEAK_MARGIN = new BigDecimal(15);

  public AcousticLimits {
    zones = List.copyOf(zones);
  }

  /**
   * One zone.
   *
   * @param code 0, 1, 2, 3, 4a or 4b
   * @param day limit of the equivalent level by day, dB(A)
   * @param night limit by night, dB(A)
   * @param validity when it is in force
   */
  public record Zone(String code, BigDecimal day, BigDecimal night, Validity validity)
      implements Serializable {
    /** The limit of a part of the day. */
    public BigDecimal limit(DayPart part) {
      return part == DayPart.DAY ? day : night;
    }

    /** What a sudden noise at night must not pass. */
    public BigDecimal nightPeak() {
      return night.add(NIGHT_PEAK_MARGIN);
    }
  }

  /** Reads the code list; its columns are named there. */
  public static AcousticLimits of(Codelist codelist) {
    return new AcousticLimits(
        StandardRow.read(
            codelist,
            row ->
                new Zone(
                    row.text("code"),
                    row.decimal("day_limit"),
                    row.decimal("night_limit"),
                    row.validity())));
  }

  /**
   * The zone of that code on a day.
   *
   * @throws CityLakeException of kind DATA when there is none
   */
  public Zone load(String code, LocalDate day) {
    return zones.stream()
        .filter(z -> z.code().equals(code) && z.validity().on(day))
        .findFirst()
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.DATA,
                    "Cannot find the noise limits of zone '"
                        + code
                        + "' on "
                        + day
                        + ": zones are 0, 1, 2, 3, 4a and 4b, their limits in the code list "
                        + CODELIST));
  }
}
