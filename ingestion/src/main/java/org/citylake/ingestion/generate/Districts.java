package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.List;

/** The districts with what their bureaus of statistics, finance and tax count. */
final class Districts implements Population {
  private final List<District> districts;
  private final Headcount headcount;
  private final Draw draws;

  Districts(Citizens citizens, Headcount headcount, Draw draws) {
    this.districts =
        citizens.territory().streets().stream().map(Street::district).distinct().toList();
    this.headcount = headcount;
    this.draws = draws;
  }

  @Override
  public long size() {
    return districts.size();
  }

  @Override
  public Entity at(long number) {
    return new DistrictBureau(districts.get((int) number), headcount, draws.at("district", number));
  }

  /** A bureau of a district. */
  private record DistrictBureau(District district, Headcount headcount, Draw draw)
      implements Entity {
    @Override
    public String id() {
      return "A" + district.code();
    }

    @Override
    public String neighbourhood() {
      return district.code();
    }

    @Override
    public boolean gone() {
      return false;
    }

    @Override
    public Object attribute(String name) {
      return switch (name) {
        case "district-name" -> district.name();
        case "district-code" -> district.code();
        case "district-letters" -> district.letters();
        case "residents" -> BigDecimal.valueOf(headcount.residents(district));
        case "enterprises" -> BigDecimal.valueOf(headcount.enterprises(district));
        default -> throw new IllegalArgumentException("A district has no attribute '" + name + "'");
      };
    }
  }
}
