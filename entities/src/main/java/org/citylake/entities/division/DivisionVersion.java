package org.citylake.entities.division;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The area that a code named for a time, a row of {@code city.district}.
 *
 * @param code six digits
 * @param validFrom first day
 * @param validFromKnown false when the area is older than the first code table
 * @param validTo first day on which the code no longer named it; empty while valid
 * @param nameZh Chinese name at that time
 * @param nameEn English name; empty where none is declared
 * @param divisionClass central, suburban or pudong; empty for areas that have ended
 * @param predecessors codes of the areas that went into it, sorted
 * @param successor code of the area that it went into; empty while valid
 * @param basis source of the change that began it, else of the one that ended it
 */
public record DivisionVersion(
    String code,
    LocalDate validFrom,
    boolean validFromKnown,
    Optional<LocalDate> validTo,
    String nameZh,
    Optional<String> nameEn,
    Optional<String> divisionClass,
    List<String> predecessors,
    Optional<String> successor,
    Optional<String> basis) {
  public DivisionVersion {
    predecessors = List.copyOf(predecessors);
  }

  /** Whether the code named this area on the day. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo.isEmpty() || day.isBefore(validTo.get()));
  }
}
