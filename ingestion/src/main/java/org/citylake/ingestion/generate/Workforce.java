package org.citylake.ingestion.generate;

import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * Who works at which firm. Persons stand in a mixed order, and each firm may have those of an
 * interval of it, the first firms longer ones; so the firm of a person and the persons of a firm
 * both follow from a number alone.
 */
final class Workforce {
  /** Makes few firms large and many small. */
  private static final double SKEW = 1.6;

  private final long persons;
  private final long firms;
  private final long factor;
  private final long inverse;

  /**
   * A workforce.
   *
   * @param persons at least 1
   * @param firms at least 1
   */
  Workforce(long persons, long firms) {
    this.persons = persons;
    this.firms = firms;
    long mixing = Math.max(1, (long) (persons * 0.618));
    while (!BigInteger.valueOf(mixing).gcd(BigInteger.valueOf(persons)).equals(BigInteger.ONE)) {
      mixing++;
    }
    this.factor = mixing;
    this.inverse =
        persons == 1
            ? 0
            : BigInteger.valueOf(mixing).modInverse(BigInteger.valueOf(persons)).longValueExact();
  }

  /** The firm that a person works at, should he or she work. */
  long firmOf(long person) {
    return firmAt(person % persons * factor % persons);
  }

  /** The persons who work at a firm, should they work. */
  LongStream candidates(long firm) {
    return LongStream.range(start(firm), start(firm + 1)).map(rank -> rank * inverse % persons);
  }

  private long firmAt(long rank) {
    return Math.min(firms - 1, (long) (firms * Math.pow((rank + 0.5) / persons, SKEW)));
  }

  /** The first rank of a firm: near where the inverse of the power says, then exactly. */
  private long start(long firm) {
    if (firm >= firms) {
      return persons;
    }
    long rank = (long) (persons * Math.pow((double) firm / firms, 1 / SKEW));
    rank = Math.min(persons, rank);
    while (rank > 0 && firmAt(rank - 1) >= firm) {
      rank--;
    }
    while (rank < persons && firmAt(rank) < firm) {
      rank++;
    }
    return rank;
  }
}
