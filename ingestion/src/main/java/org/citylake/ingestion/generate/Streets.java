package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.List;

/** The streets and towns that persons live in, each with a water of its own. */
final class Streets implements Population {
  private final List<Street> streets;
  private final Headcount headcount;
  private final Draw draws;

  Streets(Citizens citizens, Headcount headcount, Draw draws) {
    this.streets = citizens.territory().streets();
    this.headcount = headcount;
    this.draws = draws;
  }

  /** The name of a street's water: 浜 where it is a creek of a town. */
  static String waterName(Street street) {
    return "样例" + street.name().replaceAll("(街道|镇|乡)$", "") + (street.rural() ? "港" : "浜");
  }

  @Override
  public long size() {
    return streets.size();
  }

  @Override
  public Entity at(long number) {
    Street street = streets.get((int) number);
    Draw draw = draws.at("street", number);
    return new StreetOffice(number, street, Place.draw(street, draw), headcount, draw);
  }

  /** The office of a street, with what it counts. */
  private record StreetOffice(
      long number, Street street, Place place, Headcount headcount, Draw draw) implements Entity {
    @Override
    public String id() {
      return "T" + street.code();
    }

    @Override
    public String neighbourhood() {
      return street.code();
    }

    @Override
    public boolean gone() {
      return false;
    }

    @Override
    public Object attribute(String name) {
      return switch (name) {
        case "number" -> Person.padded(number, 3);
        case "residents" -> BigDecimal.valueOf(headcount.residents(street));
        case "water-code" -> "SH" + street.district().letters() + street.code();
        case "water-name" -> waterName(street);
        default -> place.attribute(name, "A street");
      };
    }
  }
}
