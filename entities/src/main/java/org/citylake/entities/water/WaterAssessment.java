package org.citylake.entities.water;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The class of a water and what it rests on.
 *
 * @param factors the class of each factor that was measured, by name
 * @param missing evaluated factors that were not measured: the class is made without them, and
 *     whoever shows it says so
 */
public record WaterAssessment(List<FactorClass> factors, Set<String> missing) {
  public WaterAssessment {
    factors = List.copyOf(factors);
    missing = Set.copyOf(missing);
  }

  /** The class of the worst evaluated factor; empty when none was measured. */
  public Optional<WaterClass> waterClass() {
    return factors.stream()
        .filter(FactorClass::evaluated)
        .map(FactorClass::waterClass)
        .reduce(WaterClass::worse);
  }

  /** The evaluated factors that decide the class (定类因子). */
  public List<String> deciding() {
    return factors.stream()
        .filter(f -> f.evaluated() && waterClass().filter(c -> c == f.waterClass()).isPresent())
        .map(FactorClass::factor)
        .toList();
  }

  /** The evaluated factors that do not reach the class that the water is meant to have. */
  public List<String> beyond(WaterClass target) {
    return factors.stream()
        .filter(f -> f.evaluated() && f.waterClass().compareTo(target) > 0)
        .map(FactorClass::factor)
        .toList();
  }
}
