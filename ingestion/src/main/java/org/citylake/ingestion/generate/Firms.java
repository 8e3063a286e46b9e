package org.citylake.ingestion.generate;

/** All legal entities of the city by number: those that work, then those that closed. */
final class Firms {
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

  LegalEntity at(long number) {
    return new LegalEntity(citizens, number, city.at("legal-entity", number));
  }

  long active() {
    return active;
  }

  /** Those that work and those that closed. */
  long all() {
    return active + (long) Math.ceil(active * CLOSED);
  }
}
