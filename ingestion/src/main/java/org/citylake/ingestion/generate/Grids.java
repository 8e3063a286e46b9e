package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The management grid: of each committee that somebody lives in a duty grid and its cells. There
 * are some thousand committees at most, whatever the city's size.
 */
final class Grids implements Population {
  private final List<Place> committees;
  private final Draw draws;

  Grids(Compounds compounds, Draw draws) {
    TreeMap<String, Place> found = new TreeMap<>();
    for (long n = 0; n < compounds.size(); n++) {
      Place place = compounds.at(n).place();
      found.putIfAbsent(place.committeeCode(), place);
    }
    this.committees = new ArrayList<>(found.values());
    this.draws = draws;
  }

  @Override
  public long size() {
    return (long) committees.size() * (1 + Place.CELLS);
  }

  @Override
  public Entity at(long number) {
    Place place = committees.get((int) (number / (1 + Place.CELLS)));
    return new Grid(number, (int) (number % (1 + Place.CELLS)), place, draws.at("grid", number));
  }

  /** One grid; rank 0 is the duty grid, the others are its cells. */
  private record Grid(long number, int rank, Place place, Draw draw) implements Entity {
    @Override
    public String id() {
      return "G" + Person.padded(number, 9);
    }

    @Override
    public String neighbourhood() {
      return place.committeeCode();
    }

    @Override
    public boolean gone() {
      return false;
    }

    private String duty() {
      return place.committeeCode() + "G01";
    }

    @Override
    public @Nullable Object attribute(String name) {
      return switch (name) {
        case "code" -> rank == 0 ? duty() : place.committeeCode() + "0" + rank;
        case "kind" -> rank == 0 ? "duty" : "cell";
        case "parent" -> rank == 0 ? null : duty();
        case "area" -> BigDecimal.valueOf(draw.between("area", 400_000, 900_000), 2);
        default -> place.attribute(name, "A grid");
      };
    }
  }
}
