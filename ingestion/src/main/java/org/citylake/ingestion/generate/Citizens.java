package org.citylake.ingestion.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All persons of the city by number: those who live there, then those who left or died. Everything
 * about a person follows from the seed and the number, so any can be made alone; the staircase made
 * last is kept, because neighbours are asked for one after another. Not safe for several threads.
 */
final class Citizens implements Population {
  /** Those who left or died lately, for each who lives there. */
  static final double GONE = 0.1;

  private final Territory territory;
  private final NameStock names;
  private final Draw city;
  private final long residents;
  private final Compounds compounds;
  private final Firms firms;
  private final Buildings buildings;
  private final Workforce workforce;
  private long kept = -1;
  private @Nullable List<Household> staircase;

  Citizens(Territory territory, NameStock names, Draw city, long residents) {
    this.territory = territory;
    this.names = names;
    this.city = city;
    this.residents = residents;
    this.compounds =
        new Compounds(this, city, (residents + Household.STAIRCASE - 1) / Household.STAIRCASE);
    this.firms = new Firms(this, city, Math.max(1, residents / 12));
    this.buildings = new Buildings(compounds, city, firms.active());
    this.workforce = new Workforce(residents, firms.active());
  }

  /** The person of that number, from 0. */
  @Override
  public Person at(long number) {
    for (Household household : staircase(number / Household.STAIRCASE)) {
      long place = number - household.number();
      if (place < household.members().size()) {
        return person(household, household.members().get((int) place));
      }
    }
    throw new IllegalStateException("no person " + number);
  }

  private List<Household> staircase(long number) {
    List<Household> found = staircase;
    if (found == null || kept != number) {
      found = compounds.households(number);
      staircase = found;
      kept = number;
    }
    return found;
  }

  /** A head of a household, drawn among the residents. */
  Person head(Draw draw) {
    long staircases = Math.max(1, residents / Household.STAIRCASE);
    Household first = compounds.households((long) (draw.unit("head") * staircases)).get(0);
    return person(first, first.members().get(0));
  }

  Person person(Household household, Kin kin) {
    return new Person(this, household, kin, city.at("person", kin.number()));
  }

  long residents() {
    return residents;
  }

  /** Residents and those who left. */
  @Override
  public long size() {
    return residents + (long) Math.ceil(residents * GONE);
  }

  /** The draws that all of the city follows from. */
  Draw draw() {
    return city;
  }

  Territory territory() {
    return territory;
  }

  NameStock names() {
    return names;
  }

  Compounds compounds() {
    return compounds;
  }

  Firms firms() {
    return firms;
  }

  Buildings buildings() {
    return buildings;
  }

  Workforce workforce() {
    return workforce;
  }

  /** Persons who work at a firm: those whose employer it is. */
  long staff(long firm) {
    return workforce
        .candidates(firm)
        .filter(person -> at(person).livelihood().employer() != null)
        .count();
  }
}
