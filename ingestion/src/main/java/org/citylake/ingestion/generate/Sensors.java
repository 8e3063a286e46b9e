package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The devices of the city: one of each kind for a few compounds, at the road of one of them. */
final class Sensors implements Population {
  private static final int COMPOUNDS = 4;

  private final List<Map<String, String>> kinds = Resource.rows("sensors.csv");
  private final Compounds compounds;
  private final Draw draws;

  Sensors(Compounds compounds, Draw draws) {
    this.compounds = compounds;
    this.draws = draws;
  }

  @Override
  public long size() {
    return (compounds.size() + COMPOUNDS - 1) / COMPOUNDS * kinds.size();
  }

  @Override
  public Entity at(long number) {
    long site = number / kinds.size();
    return new Sensor(
        number,
        site,
        compounds.at(site * COMPOUNDS),
        kinds.get((int) (number % kinds.size())),
        draws.at("sensor", number));
  }

  /** One device. */
  private record Sensor(
      long number, long site, Compound compound, Map<String, String> kind, Draw draw)
      implements Entity {
    @Override
    public String id() {
      return "S" + Person.padded(number, 9);
    }

    @Override
    public String neighbourhood() {
      return compound.neighbourhood();
    }

    @Override
    public boolean gone() {
      return false;
    }

    private String of(String column) {
      return kind.getOrDefault(column, "");
    }

    private String code() {
      District district = compound.place().street().district();
      return of("prefix")
              .replace("{district-code}", district.code())
              .replace("{district-letters}", district.letters())
          + Person.padded(site + 1, Integer.parseInt(of("digits")));
    }

    @Override
    public Object attribute(String name) {
      return switch (name) {
        case "code" -> code();
        case "kind" -> of("kind");
        case "name" -> compound.place().road() + of("name");
        case "quantities" -> of("quantities");
        case "place" -> compound.place().road() + compound.place().lane() + "弄口";
        case "road-name" -> compound.place().road();
        case "segment-code" -> compound.segmentCode();
        case "water-name" -> Streets.waterName(compound.place().street());
        case "interval" -> new BigDecimal(of("interval"));
        case "owner-name" -> compound.place().street().districtName() + of("owner");
        default -> compound.place().attribute(name, "A sensor");
      };
    }
  }
}
