package org.citylake.ingestion.generate;

import java.util.List;

/**
 * All residential compounds of the city by number. Streets are not drawn at random but by multiples
 * of the golden ratio, which fill the districts evenly: so even a small city has their proportions.
 */
final class Compounds implements Population {
  /** Staircases of a compound. */
  static final int STAIRCASES = Building.STAIRCASES * Compound.BUILDINGS;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final Citizens citizens;
  private final Draw city;
  private final long staircases;

  /**
   * The compounds of a city.
   *
   * @param staircases those that somebody lives at
   */
  Compounds(Citizens citizens, Draw city, long staircases) {
    this.citizens = citizens;
    this.city = city;
    this.staircases = staircases;
  }

  @Override
  public long size() {
    return (staircases + STAIRCASES - 1) / STAIRCASES;
  }

  /** Staircases of all of them. */
  long staircases() {
    return staircases;
  }

  @Override
  public Compound at(long number) {
    Draw draw = city.at("compound", number);
    double unit = (city.at("compounds", 0).unit("start") + number * GOLDEN) % 1;
    return new Compound(this, number, Place.draw(citizens.territory().street(unit), draw), draw);
  }

  /** One of them, all alike. */
  Compound pick(Draw draw) {
    return at((long) (draw.unit("compound") * size()));
  }

  Citizens citizens() {
    return citizens;
  }

  /**
   * The households of a staircase. Those who left or died have numbers behind all others; they
   * lived where others live now.
   */
  List<Household> households(long staircase) {
    Draw draw = city.at("staircase", staircase);
    long home = staircase < staircases ? staircase : (long) (draw.unit("home") * staircases);
    int side = (int) (home % Building.STAIRCASES);
    return Household.staircase(building(home), side, draw, staircase);
  }

  /** The building that a staircase is in. */
  private Building building(long staircase) {
    long number = staircase / Building.STAIRCASES;
    return at(number / Compound.BUILDINGS).building((int) (number % Compound.BUILDINGS));
  }
}
