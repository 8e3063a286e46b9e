package org.citylake.core.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.core.value.OrderedMap;

/**
 * A number and figures with factors, added up.
 *
 * @param constant the number
 * @param factors figure to factor, in the order of writing
 */
public record FigureSum(BigDecimal constant, Map<FigureTerm, BigDecimal> factors) {
  public FigureSum {
    factors = OrderedMap.copyOf(factors);
  }

  static FigureSum of(BigDecimal number) {
    return new FigureSum(number, Map.of());
  }

  static FigureSum of(FigureTerm term) {
    return new FigureSum(BigDecimal.ZERO, Map.of(term, BigDecimal.ONE));
  }

  /** Whether it is a number alone. */
  public boolean isConstant() {
    return factors.isEmpty();
  }

  FigureSum plus(FigureSum other) {
    Map<FigureTerm, BigDecimal> sum = new LinkedHashMap<>(factors);
    other.factors.forEach((term, factor) -> sum.merge(term, factor, BigDecimal::add));
    return new FigureSum(constant.add(other.constant), sum);
  }

  FigureSum times(BigDecimal number) {
    Map<FigureTerm, BigDecimal> product = new LinkedHashMap<>();
    factors.forEach((term, factor) -> product.put(term, factor.multiply(number)));
    return new FigureSum(constant.multiply(number), product);
  }
}
