package org.citylake.core.declaration;

import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.value.OrderedMap;

/**
 * How the synthetic city writes a source's extract, from {@code sample.yaml}.
 *
 * @param population what one row tells of
 * @param share share of the population that is covered, of those that {@code among} leaves, 0..1
 * @param among attribute to the values of which it has one; empty for all
 * @param ended share of those who left or closed that stand in it as ended, 0..1
 * @param faults column of the fault rates; empty when no fault is planted
 * @param repeated how often each of the population makes a row; empty for once
 * @param editions the index editions whose inputs are reported; only of the population report
 * @param columns our column to how it is written
 */
public record SampleDeclaration(
    SamplePopulation population,
    double share,
    Map<String, List<String>> among,
    double ended,
    Optional<String> faults,
    Optional<Repeated> repeated,
    List<String> editions,
    Map<String, Column> columns) {
  /** An attribute in a text. */
  static final Pattern NAMED = Pattern.compile("\\{([^{}]*)}");

  public SampleDeclaration {
    among = OrderedMap.copyOf(among);
    editions = List.copyOf(editions);
    columns = OrderedMap.copyOf(columns);
  }

  /** The attributes that its rows rest on. */
  public Set<String> attributes() {
    Set<String> attributes = new HashSet<>();
    for (Column column : columns.values()) {
      attributes.addAll(column.when().keySet());
      if (column.origin() == Origin.FROM) {
        attributes.add(column.argument());
      } else {
        NAMED.matcher(column.argument()).results().forEach(m -> attributes.add(m.group(1)));
      }
    }
    return attributes;
  }

  /** How a value comes about. */
  public enum Origin {
    /** An attribute of the entity. */
    FROM,
    /** A text with attributes in it. */
    TEXT,
    /** A prefix with attributes in it and the record's running number. */
    SERIAL,
    /** The same in every row. */
    CONSTANT,
    /** One of weighted values. */
    CHOOSE,
    /** A number between two. */
    BETWEEN,
    /** A day or time before the end of the snapshot date. */
    DAYS_BEFORE,
    /** Never filled. */
    EMPTY
  }

  /**
   * Rows at moments that follow each other, the last in the snapshot date.
   *
   * @param every a {@link java.time.Period} or {@link java.time.Duration} between them
   * @param times how many, at least 1
   */
  public record Repeated(TemporalAmount every, int times) {}

  /**
   * How one column is written.
   *
   * @param origin how a value comes about
   * @param argument the attribute, template, prefix or constant; empty for the others
   * @param codes the attribute's value to the agency's code
   * @param form form of a date in a text column; empty for the contract's
   * @param digits digits of a running number
   * @param choices value to its weight
   * @param bounds least and greatest number, or number of days; empty for other origins
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
