package org.citylake.core.contract;

import java.util.List;
import java.util.Map;
import org.citylake.core.value.OrderedMap;

/**
 * A quality rule of a contract.
 *
 * @param id kebab-case name that reasons and results carry
 * @param metric ODCS library metric: nullValues, missingValues, invalidValues, duplicateValues,
 *     rowCount; {@link #CUSTOM} for a rule over the columns of a row; {@link #FOREIGN_KEY}
 * @param arguments the metric's arguments: validValues, pattern, identifier, notAfter, codelist,
 *     the operators of a count; of a rule over a row the conditions require and when
 * @param severity what happens to what fails
 * @param description one sentence for people
 */
public record QualityRule(
    String id,
    String metric,
    Map<String, Object> arguments,
    Severity severity,
    String description) {
  /**
   * Metric of a relationship of ODCS: values of the column must be keys of another source, whose id
   * and column are the arguments {@link #SOURCE} and {@link #COLUMN}.
   */
  public static final String FOREIGN_KEY = "foreignKey";

  public static final String SOURCE = "source";
  public static final String COLUMN = "column";

  /** Metric of rules of the engine {@code citylake}. */
  public static final String CUSTOM = "custom";

  /** Operators of ODCS that rowCount may have beside its arguments. */
  static final List<String> COUNT_OPERATORS =
      List.of("mustBeGreaterThan", "mustBeGreaterOrEqualTo");

  public QualityRule {
    arguments = OrderedMap.copyOf(arguments);
  }

  /** What happens to what fails. */
  public enum Severity {
    /** The row is quarantined with the reason. */
    ERROR,
    /** The row is kept and flagged. */
    WARN,
    /** The load is not published. */
    STOP
  }
}
