package org.citylake.ingestion.generate;

/** All legal entities of the city by number: those that work, then those that closed. */
final class Firms implements Population {
  /** Those that closed lately, for each that works. */
  static final double CLOSED = 0.25;

  private final Citizens citizens;
  private final Draw city;
  private final long active;

  Firms(Citizens citizens, Draw city, long active) {
    this.citizens = citizens;
    this.city = city;
    this.active = active;
  }

  @Override
  public LegalEntity at(long number) {
    return new LegalEntity(citizens, number, city.at("legal-entity", number));
  }

  /** One of those that work. */
  LegalEntity pick(Draw draw) {
    return at((long) (draw.unit("firm") * active));
  }

  long active() {
    return active;
  }

  /** Those that work and those that closed. */
  @Override
  public long size() {
    return active + (long) Math.ceil(active * CLOSED);
  }
}
