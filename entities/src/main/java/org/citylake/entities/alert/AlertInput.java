package org.citylake.entities.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an alert rule takes. Its order is that in which inputs of one series are fed: by time; at
 * the same time readings by metric and value, then acknowledgements, then timers.
 */
public sealed interface AlertInput extends Serializable, Comparable<AlertInput> {
  /** When it happened. */
  Instant at();

  /**
   * A measured value.
   *
   * @param at event time
   * @param metric as the events name it
   * @param value in the metric's unit
   */
  record Reading(Instant at, String metric, BigDecimal value) implements AlertInput {}

  /**
   * Somebody has seen the alert and acts.
   *
   * @param at when
   * @param by who
   */
  record Acknowledgement(Instant at, String by) implements AlertInput {}

  /**
   * Time has come so far: no input before it is awaited any more.
   *
   * @param at the watermark
   */
  record Timer(Instant at) implements AlertInput {}

  /** The kinds in their order. */
  private static int kind(AlertInput input) {
    if (input instanceof Reading) {
      return 0;
    }
    return input instanceof Acknowledgement ? 1 : 2;
  }

  /** Order of readings and acknowledgements among themselves. */
  private static String name(AlertInput input) {
    if (input instanceof Reading reading) {
      return reading.metric();
    }
    return input instanceof Acknowledgement acknowledgement ? acknowledgement.by() : "";
  }

  /** The value of a reading, else 0. */
  private static BigDecimal number(AlertInput input) {
    return input instanceof Reading reading ? reading.value() : BigDecimal.ZERO;
  }

  @Override
  default int compareTo(AlertInput other) {
    int order = at().compareTo(other.at());
    if (order == 0) {
      order = Integer.compare(kind(this), kind(other));
    }
    if (order == 0) {
      order = name(this).compareTo(name(other));
    }
    return order == 0 ? number(this).compareTo(number(other)) : order;
  }
}
