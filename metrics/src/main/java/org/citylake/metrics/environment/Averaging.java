package org.citylake.metrics.environment;

/** Over what time a concentration is averaged before it is compared with a limit. */
public enum Averaging {
  /** 24 hours of one local day. */
  DAY("day"),
  /** One calendar year. */
  YEAR("year");

  private final String code;

  Averaging(String code) {
    this.code = code;
  }

  /** As the code lists write it. */
  public String code() {
    return code;
  }
}
