package org.citylake.ingestion.quality;

import java.io.Serializable;
import org.citylake.core.contract.QualityRule.Severity;

/**
 * One thing that is wrong with a record or a delivery.
 *
 * @param rule kebab-case name of the rule, such as {@code encoding} or the id of a quality rule
 * @param message what is wrong and the way out
 * @param severity ERROR quarantines the record, WARN only counts, STOP ends the load
 */
public record Finding(String rule, String message, Severity severity) implements Serializable {

  /** A finding that quarantines the record. */
  public static Finding error(String rule, String message) {
    return new Finding(rule, message, Severity.ERROR);
  }

  /** The rule's name of a reason written as {@code rule: message}. */
  public static String ruleOf(String reason) {
    int colon = reason.indexOf(": ");
    return colon < 0 ? reason : reason.substring(0, colon);
  }

  /** {@code rule: message}, as quarantine keeps it. */
  public String reason() {
    return rule + ": " + message;
  }
}
