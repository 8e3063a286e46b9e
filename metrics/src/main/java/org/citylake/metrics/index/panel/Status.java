package org.citylake.metrics.index.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a cell: why it has no value, or where its value comes from. Every datum has one
 * (SDMX OBS_STATUS carries the same idea).
 */
public enum Status {
  /** No value, nothing is said why. */
  MISSING("no-value"),
  /** The responsible unit did not report by the deadline. */
  NOT_REPORTED("not-reported"),
  /** The indicator makes no sense for the unit; its weight goes to its siblings. */
  NOT_APPLICABLE("not-applicable"),
  /** The method needs a target and there is none. */
  NO_TARGET("no-target"),
  /** The method needs a target above zero. */
  TARGET_NOT_POSITIVE("target-not-positive"),
  /** The method needs a reference and there is none, or the reference itself has no value. */
  NO_REFERENCE("no-reference"),
  /** The denominator is missing or zero. */
  NO_DENOMINATOR("no-denominator"),
  /** It is given on other divisions than the unit's and cannot be added up from them. */
  NOT_RESTATABLE("not-restatable"),
  /** The value is synthetic, and the edition does not take such. */
  SYNTHETIC_REFUSED("synthetic-refused"),
  /** The unit was screened out for too little data. */
  SCREENED_OUT("screened-out"),
  /** Less of the weight was reported than the edition asks for. */
  UNDER_REPORTED("under-reported"),
  /** As its owner reported it. */
  REPORTED(""),
  /** Computed by the platform from records. */
  COMPUTED(""),
  /** Estimated by its owner. */
  ESTIMATED(""),
  /** Filled in by a municipal body for all units. */
  MUNICIPAL_FILL(""),
  /** Filled in by the edition's imputation. */
  IMPUTED(""),
  /** Synthetic data of the sample city. */
  SYNTHETIC(""),
  /** Set to the nearest value that is not an outlier. */
  WINSORISED(""),
  /** Carried to another scale because of outliers. */
  TRANSFORMED(""),
  /** Set to a bound of the common scale. */
  CLIPPED("");

  private static final Status[] ALL = values();

  private final String reason;

  Status(String reason) {
    this.reason = reason;
  }

  /** The status with this code. */
  static Status of(byte code) {
    return ALL[code];
  }

  /** The status that a panel file or table writes so; {@code provisional} is reported. */
  public static Optional<Status> find(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    if (name.equals("PROVISIONAL")) {
      return Optional.of(REPORTED);
    }
    return Arrays.stream(ALL).filter(s -> s.name().equals(name)).findFirst();
  }

  /** The statuses that a panel file may bear. */
  public static List<String> given() {
    return List.of(
        "reported",
        "computed",
        "estimated",
        "municipal_fill",
        "imputed",
        "synthetic",
        "provisional",
        "not_reported",
        "not_applicable",
        "missing");
  }

  /** Whether a cell of this status has a value. */
  public boolean hasValue() {
    return reason.isEmpty();
  }

  /** Why there is no value, such as {@code no-target}; empty when there is one. */
  public String reason() {
    return reason;
  }

  /** As tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  byte code() {
    return (byte) ordinal();
  }
}
