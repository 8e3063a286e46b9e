package org.citylake.ingestion.generate;

import java.util.HashMap;
import java.util.Map;

/** How many live and work where, counted once over the whole city when it is first asked for. */
final class Headcount {
  private final Citizens citizens;
  private final Map<String, Long> residents = new HashMap<>();
  private final Map<String, Long> enterprises = new HashMap<>();

  Headcount(Citizens citizens) {
    this.citizens = citizens;
  }

  /** Persons who live in a street. */
  long residents(Street street) {
    return residents().getOrDefault(street.code(), 0L);
  }

  /** Persons who live in a district. */
  long residents(District district) {
    return residents().getOrDefault(district.code(), 0L);
  }

  /** Enterprises at work that have their seat in a district. */
  long enterprises(District district) {
    if (enterprises.isEmpty()) {
      for (long n = 0; n < citizens.firms().active(); n++) {
        LegalEntity firm = citizens.firms().at(n);
        if (firm.form() == LegalForm.ENTERPRISE) {
          enterprises.merge(firm.seat().street().districtCode(), 1L, Long::sum);
        }
      }
    }
    return enterprises.getOrDefault(district.code(), 0L);
  }

  private Map<String, Long> residents() {
    if (residents.isEmpty()) {
      long persons = (long) Compounds.STAIRCASES * Household.STAIRCASE;
      for (long n = 0; n < citizens.compounds().size(); n++) {
        long here = Math.min(persons, citizens.residents() - n * persons);
        Street street = citizens.compounds().at(n).place().street();
        residents.merge(street.code(), here, Long::sum);
        residents.merge(street.districtCode(), here, Long::sum);
      }
    }
    return residents;
  }
}
