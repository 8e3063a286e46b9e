package org.citylake.ingestion.generate;

import java.time.LocalDate;
import org.citylake.ingestion.generate.Kin.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a person learnt, lives from and is insured by.
 *
 * @param citizens the city
 * @param household the person's household
 * @param kin the person
 * @param born day of birth
 * @param draw the person's draws
 */
record Livelihood(Citizens citizens, Household household, Kin kin, LocalDate born, Draw draw) {
  private static final LocalDate FIRST_INSURED = LocalDate.of(1993, 1, 1);

  /** Code of GB/T 4658; null before school. */
  @Nullable String education() {
    if (kin.age() < 7) {
      return null;
    }
    if (kin.age() < 16) {
      return kin.age() < 13 ? "80" : "70";
    }
    double unit = draw.unit("education") + (kin.age() > 55 ? 0.3 : 0);
    return unit < 0.06 ? "10" : unit < 0.3 ? "20" : unit < 0.48 ? "30" : unit < 0.72 ? "60" : "70";
  }

  /** Code of GB/T 2261.2. */
  String marital() {
    return switch (kin.role()) {
      case SPOUSE -> "20";
      case HEAD ->
          household.members().size() > 1 && household.members().get(1).role() == Role.SPOUSE
              ? "20"
              : kin.age() > 65 ? "30" : draw.chance("divorced", 0.2) ? "40" : "10";
      case PARENT -> draw.chance("widowed", 0.3) ? "30" : "20";
      case SON_OR_DAUGHTER -> "10";
    };
  }

  /** One of employed, self-employed, retired, none. */
  String work() {
    if (kin.age() >= (kin.male() ? 60 : 55)) {
      return household.settled() ? "retired" : "none";
    }
    if (kin.age() < 20) {
      return "none";
    }
    double unit = draw.unit("work");
    return unit < 0.8 ? "employed" : unit < 0.87 ? "self-employed" : "none";
  }

  boolean insurable() {
    return !work().equals("none");
  }

  /** Null for those who are not insured. */
  @Nullable LocalDate insuredSince() {
    if (!insurable()) {
      return null;
    }
    LocalDate start = born.plusYears(18 + draw.below("start", 8));
    return start.isBefore(FIRST_INSURED)
        ? FIRST_INSURED
        : start.isAfter(Person.REFERENCE) ? Person.REFERENCE : start;
  }

  /** Null for those who are not employed. */
  @Nullable LegalEntity employer() {
    return work().equals("employed")
        ? citizens.firms().at(citizens.workforce().firmOf(kin.number()))
        : null;
  }

  /** An attribute of the employer; null for those who are not employed. */
  @Nullable Object ofEmployer(String attribute) {
    LegalEntity employer = employer();
    return employer == null ? null : employer.attribute(attribute);
  }
}
