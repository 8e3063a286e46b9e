package org.citylake.entities.water;

/** The classes of surface water, the best first. Source: GB 3838-2002, 3; 环办〔2011〕22号, 劣Ⅴ类. */
public enum WaterClass {
  I("I", "Ⅰ类", "class I"),
  II("II", "Ⅱ类", "class II"),
  III("III", "Ⅲ类", "class III"),
  IV("IV", "Ⅳ类", "class IV"),
  V("V", "Ⅴ类", "class V"),
  WORSE_THAN_V("worse_than_V", "劣Ⅴ类", "worse than class V");

  private final String code;
  private final String nameZh;
  private final String nameEn;

  WaterClass(String code, String nameZh, String nameEn) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
  }

  /** As the code list {@code surface_water_class} writes it. */
  public String code() {
    return code;
  }

  /** Chinese name. */
  public String nameZh() {
    return nameZh;
  }

  /** English name. */
  public String nameEn() {
    return nameEn;
  }

  /** The worse of both. */
  public WaterClass worse(WaterClass other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
