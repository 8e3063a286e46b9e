package org.citylake.metrics.indicator.derived;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.IndicatorDeclaration;

/** Derived indicators, each after those that it follows from. */
public final class DerivationOrder {
  private DerivationOrder() {}

  /**
   * The indicators in an order in which each finds its figures; of equal ones by code.
   *
   * @param derived derived indicators alone
   * @throws CityLakeException of kind DATA when some follow from each other in a circle
   */
  public static List<IndicatorDeclaration> of(Collection<IndicatorDeclaration> derived) {
    Map<String, IndicatorDeclaration> waiting = new TreeMap<>();
    derived.forEach(i -> waiting.put(i.code(), i));
    List<IndicatorDeclaration> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<IndicatorDeclaration> ready =
          waiting.values().stream()
              .filter(i -> i.derivation().codes().stream().noneMatch(waiting::containsKey))
              .toList();
      if (ready.isEmpty()) {
        throw new CityLakeException(
            Kind.DATA, "These indicators follow from each other in a circle: " + waiting.keySet());
      }
      ordered.addAll(ready);
      ready.forEach(i -> waiting.remove(i.code()));
    }
    return List.copyOf(ordered);
  }
}
