package org.citylake.entities.location;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The area of a region for a time.
 *
 * @param key names the region; several boundaries of one key make one region
 * @param polygons whose union is the area
 * @param validFrom first day; empty when it has always been so
 * @param validTo first day on which it no longer was; empty while valid
 */
public record Boundary(
    String key,
    List<BoundaryPolygon> polygons,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {
  public Boundary {
    polygons = List.copyOf(polygons);
    if (validFrom.isPresent() && validTo.isPresent() && !validFrom.get().isBefore(validTo.get())) {
      throw new IllegalArgumentException(
          "Region '" + key + "' ends on " + validTo.get() + ", before it begins");
    }
  }

  /** A boundary that holds at all times. */
  public static Boundary always(String key, List<BoundaryPolygon> polygons) {
    return new Boundary(key, polygons, Optional.empty(), Optional.empty());
  }

  /** Whether it was the region's boundary on the day. */
  public boolean validOn(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(true)
        && validTo.map(day::isBefore).orElse(true);
  }
}
