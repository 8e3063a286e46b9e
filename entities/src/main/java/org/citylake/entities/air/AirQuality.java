package org.citylake.entities.air;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The individual indexes of one place and time, and what follows from them. Source: HJ 633-2012,
 * 4.4 and 4.5.
 *
 * @param individual pollutant to its IAQI, 0..500
 * @param hourlyParticulates whether an hour's PM2.5 or PM10 was read in the table of 24 hours, as
 *     real-time publishing does and the standard does not; whoever shows the index says so
 */
public record AirQuality(Map<Pollutant, Integer> individual, boolean hourlyParticulates) {
  private static final int LOWEST_WITH_PRIMARY = 51;
  private static final int LOWEST_OVER_LIMIT = 101;

  public AirQuality {
    individual = Collections.unmodifiableMap(new TreeMap<>(individual));
  }

  /** The pollutants without an index. */
  public Set<Pollutant> missing() {
    Set<Pollutant> missing = EnumSet.allOf(Pollutant.class);
    missing.removeAll(individual.keySet());
    return missing;
  }

  /** The AQI: the greatest of the six; empty when one of them is missing. */
  public OptionalInt index() {
    return missing().isEmpty()
        ? individual.values().stream().mapToInt(Integer::intValue).max()
        : OptionalInt.empty();
  }

  /** The level of the AQI; empty when there is no AQI. */
  public Optional<AirQualityLevel> level() {
    OptionalInt index = index();
    return index.isPresent() ? Optional.of(AirQualityLevel.of(index.getAsInt())) : Optional.empty();
  }

  /** The primary pollutants (首要污染物): those of the AQI when it is over 50, several when equal. */
  public Set<Pollutant> primary() {
    int index = index().orElse(0);
    return those(iaqi -> index >= LOWEST_WITH_PRIMARY && iaqi == index);
  }

  /** The pollutants over their limit (超标污染物): those with an IAQI over 100. */
  public Set<Pollutant> overLimit() {
    return those(iaqi -> iaqi >= LOWEST_OVER_LIMIT);
  }

  private Set<Pollutant> those(IntPredicate taken) {
    return individual.entrySet().stream()
        .filter(e -> taken.test(e.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Pollutant.class)));
  }
}
