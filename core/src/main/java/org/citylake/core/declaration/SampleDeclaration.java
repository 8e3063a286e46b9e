package org.citylake.core.declaration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * How the synthetic city writes a source's extract, from {@code sample.yaml}.
 *
 * @param population what one row tells of
 * @param share share of the population that is covered, of those that {@code among} leaves, 0..1
 * @param among attribute to the values of which it has one; empty for all
 * @param ended share of those who left or closed that stand in it as ended, 0..1
 * @param faults column of the fault rates; empty when no fault is planted
 * @param editions the index editions whose inputs are reported; only of the population report
 * @param columns our column to how it is written
 */
public record SampleDeclaration(
    SamplePopulation population,
    double share,
    Map<String, List<String>> among,
    double ended,
    Optional<String> faults,
    List<String> editions,
    Map<String, Column> columns) {
  public SampleDeclaration {
    among = OrderedMap.copyOf(among);
    editions = List.copyOf(editions);
    columns = OrderedMap.copyOf(columns);
  }

  /** How a value comes about. */
  public enum Origin {
    /** An attribute of the entity. */
    FROM,
    /** A text with attributes in it. */
    TEXT,
    /** A prefix and the record's running number. */
    SERIAL,
    /** The same in every row. */
    CONSTANT,
    /** One of weighted values. */
    CHOOSE,
    /** A number between two. */
    BETWEEN,
    /** Never filled. */
    EMPTY
  }

  /**
   * How one column is written.
   *
   * @param origin how a value comes about
   * @param argument the attribute, template, prefix or constant; empty for the others
   * @param codes the attribute's value to the agency's code
   * @param form form of a date in a text column; empty for the contract's
   * @param digits digits of a running number
   * @param choices value to its weight
   * @param bounds least and greatest number; empty for other origins
   * @param share share of rows that have a value, 0..1
   * @param when attribute to the values with which the column is filled; empty for always
   */
  public record Column(
      Origin origin,
      String argument,
      Map<String, String> codes,
      Optional<String> form,
      int digits,
      Map<String, Double> choices,
      List<BigDecimal> bounds,
      double share,
      Map<String, List<String>> when) {
    public Column {
      codes = OrderedMap.copyOf(codes);
      choices = OrderedMap.copyOf(choices);
      bounds = List.copyOf(bounds);
      when = OrderedMap.copyOf(when);
    }
  }
}
