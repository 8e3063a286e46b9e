package org.citylake.core.declaration;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.indicator.FigureExpression;

/**
 * An indicator.
 *
 * @param code lower_snake, equal to the folder's name
 * @param domain the folder above
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param definitionZh what it measures, in Chinese
 * @param definitionEn what it measures, in English
 * @param basis standard, plan or law that it rests on
 * @param unit code of the list unit_measure
 * @param decimals digits shown after the point
 * @param direction which way is better
 * @param frequency A (year), M (month) or D (day), as in SDMX
 * @param minimum least value that is possible
 * @param maximum greatest value that is possible
 * @param owner who answers for the figure
 * @param method computed by its own SQL, derived from others, or reported by somebody and taken by
 *     declared priority
 * @param multiplier value = multiplier × numerator ÷ denominator
 * @param restatement how values of divisions that were merged make one value; empty where they
 *     cannot
 * @param inputs tables that the SQL reads
 * @param sql text of indicator.sql; empty for reported indicators
 * @param expression how it follows from others, as written; empty unless derived
 * @param mayFollow codes of indicators that may run ahead of it, into which every run looks
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record IndicatorDeclaration(
    String code,
    String domain,
    String nameZh,
    String nameEn,
    String definitionZh,
    String definitionEn,
    String basis,
    String unit,
    int decimals,
    Direction direction,
    String frequency,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    String owner,
    Method method,
    BigDecimal multiplier,
    Optional<Restatement> restatement,
    List<String> inputs,
    Optional<String> sql,
    Optional<String> expression,
    List<String> mayFollow,
    Path folder,
    String contentHash) {
  public IndicatorDeclaration {
    inputs = List.copyOf(inputs);
    mayFollow = List.copyOf(mayFollow);
  }

  /**
   * How it follows from others.
   *
   * @throws java.util.NoSuchElementException unless it is derived
   * @throws IllegalArgumentException when the expression cannot be read
   */
  public FigureExpression derivation() {
    return FigureExpression.of(expression.orElseThrow());
  }

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER,
    NEUTRAL
  }

  /** How values of several divisions make the value of the division that they were merged into. */
  public enum Restatement {
    /** An amount: numerators add up, over a denominator of 1. */
    SUM,
    /** A quotient of amounts: numerators add up, and denominators do. */
    RATIO
  }

  /** Where values come from. */
  public enum Method {
    /** Numerator and denominator from indicator.sql. */
    COMPUTED,
    /** An expression over other indicators. */
    DERIVED,
    /** The figure of that code in city.observation with the best declared priority. */
    REPORTED
  }
}
