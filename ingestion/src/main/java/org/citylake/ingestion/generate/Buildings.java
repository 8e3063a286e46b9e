package org.citylake.ingestion.generate;

/** All buildings: those of the compounds, then the houses of offices. */
final class Buildings implements Population {
  private static final int FIRMS = 20;
  private static final int FIRMS_OF_A_PARK = 600;

  private final Compounds compounds;
  private final Draw city;
  private final long firms;

  /**
   * The buildings of a city.
   *
   * @param firms legal entities that work there
   */
  Buildings(Compounds compounds, Draw city, long firms) {
    this.compounds = compounds;
    this.city = city;
    this.firms = firms;
  }

  private long residential() {
    return (compounds.staircases() + Building.STAIRCASES - 1) / Building.STAIRCASES;
  }

  private long offices() {
    return Math.max(1, firms / FIRMS);
  }

  @Override
  public long size() {
    return residential() + offices();
  }

  @Override
  public Building at(long number) {
    return number < residential()
        ? compounds.at(number / Compound.BUILDINGS).building((int) (number % Compound.BUILDINGS))
        : office(number - residential());
  }

  /** Where a legal entity has its seat. */
  Place seat(Draw draw) {
    return office((long) (draw.unit("office") * offices()))
        .place()
        .withRoom(100 * draw.between("floor", 1, 8) + draw.between("door", 1, 20));
  }

  /** The one room of a park that hundreds of firms are registered at. */
  Place park(Draw draw) {
    long parks = Math.max(1, firms / FIRMS_OF_A_PARK);
    return office((long) (draw.unit("park") * parks)).place().withRoom(101);
  }

  private Building office(long number) {
    Draw draw = city.at("office", number);
    Compound beside = compounds.pick(draw);
    return new Building(
        residential() + number,
        beside,
        beside.place().withHouse(draw.between("house", Compound.BUILDINGS, 60)),
        draw,
        false);
  }
}
