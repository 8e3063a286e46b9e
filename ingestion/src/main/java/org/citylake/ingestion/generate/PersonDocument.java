package org.citylake.ingestion.generate;

import java.time.LocalDate;
import java.util.List;
import org.citylake.entities.identifier.ResidentIdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a person. Identity numbers are right by GB 11643 and nobody's: positions 3 to 6
 * hold 9100 to 9999, which GB/T 2260 has never given. No two persons of a city of less than 160
 * million share one: number and birthday follow from the person's number.
 *
 * @param household the person's household
 * @param kin the person
 * @param born day of birth
 * @param draw the person's draws
 */
record PersonDocument(Household household, Kin kin, LocalDate born, Draw draw) {
  private static final int SEQUENCES = 495;
  private static final long PLACES = 900L * SEQUENCES;
  private static final List<String> PROVINCES =
      List.of("34", "34", "34", "32", "32", "41", "41", "36", "51", "42", "33", "35", "43", "61");

  /** The day of birth of a person. */
  static LocalDate born(Kin kin) {
    long day =
        (Draw.of(kin.number() % PLACES).below("birthday", 365) + kin.number() / PLACES) % 365;
    return LocalDate.ofYearDay(Person.REFERENCE.getYear() - kin.age(), 1 + (int) day);
  }

  /** Null for foreigners and some newborns. */
  @Nullable String identityNumber() {
    if (household.foreign() || (kin.age() == 0 && draw.chance("unnumbered", 0.3))) {
      return null;
    }
    long place = kin.number() % PLACES;
    long sequence = place % SEQUENCES * 2 + (kin.male() ? 1 : 0);
    String body =
        province()
            + (9100 + place / SEQUENCES)
            + born.toString().replace("-", "")
            + Person.padded(sequence, 3);
    return ResidentIdentityNumber.complete(body).value();
  }

  /** The passport of a foreigner; null for others. */
  @Nullable String passport() {
    return household.foreign() ? "E" + Person.padded(draw.below("document", 100_000_000), 8) : null;
  }

  /** Where the number was given out. */
  String province() {
    return household.settled() ? "31" : household.draw().pick("province", PROVINCES);
  }
}
