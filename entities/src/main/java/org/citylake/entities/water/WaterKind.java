package org.citylake.entities.water;

/** What kind of water: the limits of phosphorus and nitrogen differ. */
public enum WaterKind {
  /** 河流. */
  RIVER("river"),
  /** 湖库: lakes and reservoirs. */
  LAKE("lake");

  private final String code;

  WaterKind(String code) {
    this.code = code;
  }

  /** As the code list writes it. */
  public String code() {
    return code;
  }
}
