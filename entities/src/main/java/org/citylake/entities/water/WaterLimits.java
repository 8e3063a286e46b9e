package org.citylake.entities.water;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.entities.standard.StandardRow;

/**
 * The limits of surface water, dated, and the class by the worst single factor (单因子评价法) on means of
 * a month or year. Water temperature, total nitrogen and faecal coliforms do not enter the class.
 * Source: GB 3838-2002 table 1, from the code list {@code surface_water_limit}; 环办〔2011〕22号.
 *
 * @param limits all editions
 */
public record WaterLimits(List<WaterLimit> limits) implements Serializable {
  /** Id of the code list. */
  public static final String CODELIST = "surface_water_limit";

  /** The factor of table 1 without limits of its own. */
  public static final String TEMPERATURE = "water_temperature";

  private static final Set<String> WITHOUT_MULTIPLE = Set.of("ph", "dissolved_oxygen");

  public WaterLimits {
    limits = List.copyOf(limits);
  }

  /** Reads the code list; its columns are named there. */
  public static WaterLimits of(Codelist codelist) {
    return new WaterLimits(StandardRow.read(codelist, WaterLimit::of));
  }

  /**
   * The class of a water.
   *
   * @param kind river or lake
   * @param day the last day of the month or year: its edition judges
   * @param means factor to its results
   * @throws CityLakeException of kind DATA for a factor that the edition does not have, and when no
   *     edition is in force
   */
  public WaterAssessment assess(WaterKind kind, LocalDate day, Map<String, FactorMean> means) {
    Map<String, List<WaterLimit>> inForce = inForce(day);
    List<FactorClass> factors = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    inForce.forEach(
        (factor, lines) -> {
          if (lines.stream().anyMatch(l -> l.evaluated() && l.of(kind))) {
            missing.add(factor);
          }
        });
    new TreeMap<>(means)
        .forEach(
            (factor, mean) -> {
              requireKnown(factor, day, inForce.keySet());
              List<WaterLimit> lines =
                  inForce.getOrDefault(factor, List.of()).stream().filter(l -> l.of(kind)).toList();
              if (mean.results() > 0 && !lines.isEmpty()) {
                missing.remove(factor);
                factors.add(classOf(factor, mean, lines));
              }
            });
    return new WaterAssessment(factors, missing);
  }

  private static FactorClass classOf(String factor, FactorMean results, List<WaterLimit> lines) {
    BigDecimal mean = results.mean();
    WaterClass found =
        lines.stream().map(l -> l.classOf(mean)).reduce(WaterClass::worse).orElseThrow();
    return new FactorClass(
        factor,
        mean,
        found,
        lines.get(0).evaluated(),
        results.notDetected() && found != WaterClass.I);
  }

  /**
   * How often the limit is contained in what lies above it (超标倍数): mean / limit − 1, 4 digits,
   * HALF_EVEN; empty when the class is reached, and for pH and dissolved oxygen, which have none.
   */
  public Optional<BigDecimal> multiple(
      WaterKind kind, LocalDate day, String factor, BigDecimal mean, WaterClass target) {
    return inForce(day).getOrDefault(factor, List.of()).stream()
        .filter(l -> l.of(kind) && !WITHOUT_MULTIPLE.contains(factor))
        .map(l -> l.limit(target))
        .filter(limit -> mean.compareTo(limit) > 0)
        .map(limit -> mean.subtract(limit).divide(limit, 4, RoundingMode.HALF_EVEN))
        .findFirst();
  }

  private Map<String, List<WaterLimit>> inForce(LocalDate day) {
    Map<String, List<WaterLimit>> inForce = new TreeMap<>();
    for (WaterLimit limit : limits) {
      if (limit.validity().on(day)) {
        inForce.computeIfAbsent(limit.factor(), f -> new ArrayList<>()).add(limit);
      }
    }
    if (inForce.isEmpty()) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot class water of "
              + day
              + ": no limits are in force on that day; add them to the code list "
              + CODELIST);
    }
    return inForce;
  }

  private static void requireKnown(String factor, LocalDate day, Set<String> known) {
    if (!known.contains(factor) && !factor.equals(TEMPERATURE)) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot class water of "
              + day
              + ": "
              + factor
              + " is no factor of the code list "
              + CODELIST
              + "; its factors are "
              + String.join(", ", known));
    }
  }
}
