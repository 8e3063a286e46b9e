package org.citylake.ingestion.generate;

import java.time.LocalDate;
import org.citylake.ingestion.generate.Household.Presence;
import org.citylake.ingestion.generate.Kin.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives, is registered and owns a dwelling.
 *
 * @param compounds all places to live
 * @param household the person's household
 * @param kin the person
 * @param document the person's documents
 * @param draw the person's draws
 */
record Residency(
    Compounds compounds, Household household, Kin kin, PersonDocument document, Draw draw) {
  /** Null for foreigners. */
  @Nullable String registeredDivision() {
    return switch (household.presence()) {
      case FOREIGN -> null;
      case MIGRANT -> document.province() + "0" + household.draw().between("city", 1, 9) + "22";
      case REGISTERED -> household.home().street().districtCode();
      case REGISTERED_ELSEWHERE -> registered().street().districtCode();
    };
  }

  /** Null for foreigners. */
  @Nullable String registeredAddress() {
    return switch (household.presence()) {
      case FOREIGN -> null;
      case MIGRANT -> "外省市样例县样例镇样例村" + household.draw().between("village-house", 1, 400) + "号";
      case REGISTERED -> household.home().address();
      case REGISTERED_ELSEWHERE -> registered().address();
    };
  }

  private Place registered() {
    return compounds.pick(household.draw().at("registered", 0)).place();
  }

  /** Where the household lived before, had it moved. */
  Place earlierHome() {
    return compounds.pick(household.draw().at("earlier-home", 0)).place();
  }

  /** Days since the household moved here; greater than any lag when it did not. */
  int daysSinceMove() {
    return household.draw().chance("moved", 0.3)
        ? household.draw().below("moved-days", 3650)
        : Integer.MAX_VALUE;
  }

  /** Number of the household's book; null for those who are registered elsewhere in the country. */
  @Nullable String householdNumber() {
    return household.settled()
        ? household.home().street().districtCode() + Person.padded(household.number(), 9)
        : null;
  }

  String addressCode() {
    return household.home().committeeCode() + Person.padded(household.number() % 1000000, 6);
  }

  /** GB/T 37346 in form: the building's prefix and the dwelling's number in it. */
  String unitNumber() {
    long staircases = (long) Building.STAIRCASES * Household.STAIRCASE;
    return household.building().unitPrefix()
        + Person.padded(household.number() % staircases + 1, 4);
  }

  /** The head or the spouse of a household that owns its dwelling. */
  boolean owner() {
    return household.owners()
        && (kin.role() == Role.HEAD
            || (kin.role() == Role.SPOUSE && draw.chance("co-owner", 0.45)));
  }

  /** The day on which the person was entered, not before the birth. */
  LocalDate enteredOn() {
    int most = household.settled() ? 9000 : 3000;
    LocalDate arrived = Person.REFERENCE.minusDays(draw.between("entered", 1, most));
    return arrived.isBefore(document.born()) ? document.born() : arrived;
  }

  /** Of migrants; null for others. */
  @Nullable LocalDate permitUntil() {
    return household.presence() == Presence.MIGRANT
        ? Person.REFERENCE.plusDays(draw.between("permit", -200, 500))
        : null;
  }

  /** Whose books social insurance says the person is in. */
  String kind() {
    return switch (household.presence()) {
      case FOREIGN -> "abroad";
      case MIGRANT -> household.draw().chance("town", 0.3) ? "elsewhere-town" : "elsewhere-village";
      case REGISTERED, REGISTERED_ELSEWHERE ->
          household.draw().chance("village", 0.1) ? "city-village" : "city-town";
    };
  }
}
