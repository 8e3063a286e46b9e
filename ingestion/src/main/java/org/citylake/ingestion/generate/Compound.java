package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A residential compound: the houses of a lane, with its own road, car park and management company.
 *
 * @param compounds all of them
 * @param number its number
 * @param place its first house
 * @param draw its draws
 */
record Compound(Compounds compounds, long number, Place place, Draw draw) implements Entity {
  /** Buildings of a compound; the last one of the city may have fewer. */
  static final int BUILDINGS = 4;

  private static final int NUMBERS = 100_000;
  private static final List<String> NAMES = List.of("新村", "苑", "花园", "小区", "公寓");

  @Override
  public String id() {
    return "D" + Person.padded(number, 9);
  }

  @Override
  public String neighbourhood() {
    return place.committeeCode();
  }

  @Override
  public boolean gone() {
    return false;
  }

  /** The building of that rank, from 0. */
  Building building(int rank) {
    long building = number * BUILDINGS + rank;
    return new Building(building, this, place.withHouse(rank), draw.at("building", rank), true);
  }

  /** How many of its buildings stand. */
  int buildings() {
    long all = (compounds.staircases() + Building.STAIRCASES - 1) / Building.STAIRCASES;
    return (int) Math.min(BUILDINGS, all - number * BUILDINGS);
  }

  /** Five digits behind two letters of the district; the second moves on when they are used up. */
  String code() {
    String letters = place.street().district().letters();
    char second = (char) ('A' + (letters.charAt(1) - 'A' + number / NUMBERS) % 26);
    return letters.charAt(0) + "" + second + Person.padded(number % NUMBERS, 5);
  }

  String segmentCode() {
    return place.street().districtCode() + "R" + Person.padded(number, 8);
  }

  int builtYear() {
    return draw.between("built", 1980, 2012);
  }

  String name() {
    return "样例" + place.road().substring(2, 4) + draw.pick("name", NAMES);
  }

  private int dwellings() {
    int dwellings = 0;
    for (int rank = 0; rank < buildings(); rank++) {
      dwellings += building(rank).dwellings();
    }
    return dwellings;
  }

  /** The firm that manages it. */
  private LegalEntity company() {
    return compounds.citizens().firms().pick(draw.at("company", 0));
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "company-name" -> company().attribute("name");
      case "company-code" -> company().attribute("credit-code");
      case "compound-code" -> code();
      case "compound-name" -> name();
      case "address" -> place.laneAddress();
      case "committee-name" -> "样例第" + place.committee() + "居民委员会";
      case "built-year" -> BigDecimal.valueOf(builtYear());
      case "buildings" -> BigDecimal.valueOf(buildings());
      case "dwellings" -> BigDecimal.valueOf(dwellings());
      case "floor-area" -> BigDecimal.valueOf(dwellings() * 85L, 4);
      case "parking-spaces" -> BigDecimal.valueOf(draw.between("parking", 60, 400));
      case "lot-number" -> code() + "P1";
      case "road-name" -> place.road();
      case "segment-code" -> segmentCode();
      case "number" -> Person.padded(number, 6);
      default -> place.attribute(name, "A compound");
    };
  }
}
