package org.citylake.entities.water;

import java.util.Arrays;

/** The classes of surface water, the best first. Source: GB 3838-2002, 3; 环办〔2011〕22号, 劣Ⅴ类. */
public enum WaterClass {
  I(1, "I", "Ⅰ类", "class I"),
  II(2, "II", "Ⅱ类", "class II"),
  III(3, "III", "Ⅲ类", "class III"),
  IV(4, "IV", "Ⅳ类", "class IV"),
  V(5, "V", "Ⅴ类", "class V"),
  WORSE_THAN_V(6, "worse_than_V", "劣Ⅴ类", "worse than class V");

  private final int order;
  private final String code;
  private final String nameZh;
  private final String nameEn;

  WaterClass(int order, String code, String nameZh, String nameEn) {
    this.order = order;
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
  }

  /** The class of that order, 1 to 6. */
  public static WaterClass of(int order) {
    return Arrays.stream(values())
        .filter(c -> c.order == order)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No class has the order " + order));
  }

  /** 1 for the best, 6 for worse than class V. */
  public int order() {
    return order;
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
