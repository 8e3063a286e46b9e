package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A building, of dwellings or of offices.
 *
 * @param number its number
 * @param compound where it stands; a house of offices stands by the road of one
 * @param place its first room
 * @param draw its draws
 * @param residential whether persons live in it
 */
record Building(long number, Compound compound, Place place, Draw draw, boolean residential)
    implements Entity {
  /** Staircases of a building. */
  static final int STAIRCASES = 2;

  @Override
  public String id() {
    return "B" + Person.padded(number, 9);
  }

  @Override
  public String neighbourhood() {
    return place.committeeCode();
  }

  @Override
  public boolean gone() {
    return false;
  }

  /** The committee's digits and the building's number. */
  String code() {
    return place.committeeCode() + Person.padded(number, 7);
  }

  /** GB/T 37346 in form, down to the building: the parcel is the building's number. */
  String unitPrefix() {
    return place.committeeCode()
        + "GB"
        + Person.padded(number / 10000 % 100000, 5)
        + "F"
        + Person.padded(number % 10000, 4);
  }

  /** Households in it; 0 in a house of offices. */
  int dwellings() {
    if (!residential) {
      return 0;
    }
    int dwellings = 0;
    for (int i = 0; i < STAIRCASES; i++) {
      long staircase = number * STAIRCASES + i;
      if (staircase < compound.compounds().staircases()) {
        dwellings += compound.compounds().households(staircase).size();
      }
    }
    return dwellings;
  }

  private int floors() {
    return residential ? 6 : draw.between("floors", 8, 30);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "building-code" -> code();
      case "unit-prefix" -> unitPrefix();
      case "building-name" -> residential ? null : "样例" + place.road().substring(2, 4) + "大厦";
      case "address" -> residential ? place.houseAddress() : place.officeHouse();
      case "use" -> residential ? "dwelling" : "office";
      case "floors" -> BigDecimal.valueOf(floors());
      case "height" -> BigDecimal.valueOf(floors() * 300L, 2);
      case "floor-area" -> BigDecimal.valueOf(floors() * 42_000L, 2);
      case "built-year" -> BigDecimal.valueOf(compound.builtYear());
      case "dwellings" -> BigDecimal.valueOf(dwellings());
      case "compound-code" -> compound.code();
      default -> place.attribute(name, "A building");
    };
  }
}
