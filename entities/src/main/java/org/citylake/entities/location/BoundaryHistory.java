package org.citylake.entities.location;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Regions whose boundaries change: an index for each time between two changes. Immutable. */
public final class BoundaryHistory implements Serializable {
  private static final long serialVersionUID = 1L;

  /** By the first day of each time; only ever read. */
  private final TreeMap<LocalDate, RegionIndex> indexes = new TreeMap<>();

  private BoundaryHistory(Map<LocalDate, RegionIndex> indexes) {
    this.indexes.putAll(indexes);
  }

  /** The history of boundaries, in any order. */
  public static BoundaryHistory of(List<Boundary> boundaries) {
    TreeSet<LocalDate> changes = new TreeSet<>();
    changes.add(LocalDate.MIN);
    boundaries.stream()
        .flatMap(b -> Stream.concat(b.validFrom().stream(), b.validTo().stream()))
        .forEach(changes::add);
    TreeMap<LocalDate, RegionIndex> indexes = new TreeMap<>();
    for (LocalDate day : changes) {
      indexes.put(day, RegionIndex.of(validOn(boundaries, day)));
    }
    return new BoundaryHistory(indexes);
  }

  /** The index of the regions as they were on a day. */
  public RegionIndex on(LocalDate day) {
    return indexes.floorEntry(day).getValue();
  }

  /** The boundaries of a day. */
  public static List<Boundary> validOn(List<Boundary> boundaries, LocalDate day) {
    List<Boundary> valid = new ArrayList<>(boundaries);
    valid.removeIf(boundary -> !boundary.validOn(day));
    return valid;
  }
}
