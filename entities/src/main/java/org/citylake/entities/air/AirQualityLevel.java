package org.citylake.entities.air;

/** The six levels of the AQI with their colours. Source: HJ 633-2012, 5, tables 2 and 3. */
public enum AirQualityLevel {
  EXCELLENT(50, "一级", "优", "excellent", "绿色", "green", "#00E400"),
  GOOD(100, "二级", "良", "good", "黄色", "yellow", "#FFFF00"),
  LIGHTLY_POLLUTED(150, "三级", "轻度污染", "lightly polluted", "橙色", "orange", "#FF7E00"),
  MODERATELY_POLLUTED(200, "四级", "中度污染", "moderately polluted", "红色", "red", "#FF0000"),
  HEAVILY_POLLUTED(300, "五级", "重度污染", "heavily polluted", "紫色", "purple", "#99004C"),
  SEVERELY_POLLUTED(
      Integer.MAX_VALUE, "六级", "严重污染", "severely polluted", "褐红色", "maroon", "#7E0023");

  private final int highest;
  private final String gradeZh;
  private final String nameZh;
  private final String nameEn;
  private final String colourZh;
  private final String colourEn;
  private final String colour;

  AirQualityLevel(
      int highest,
      String gradeZh,
      String nameZh,
      String nameEn,
      String colourZh,
      String colourEn,
      String colour) {
    this.highest = highest;
    this.gradeZh = gradeZh;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.colourZh = colourZh;
    this.colourEn = colourEn;
    this.colour = colour;
  }

  /** The level of an AQI, 0 or more. */
  public static AirQualityLevel of(int aqi) {
    if (aqi < 0) {
      throw new IllegalArgumentException("An AQI is not negative: " + aqi);
    }
    for (AirQualityLevel level : values()) {
      if (aqi <= level.highest) {
        return level;
      }
    }
    throw new IllegalStateException("No level of the AQI " + aqi);
  }

  /** 一级 to 六级. */
  public String gradeZh() {
    return gradeZh;
  }

  /** Chinese name of the class. */
  public String nameZh() {
    return nameZh;
  }

  /** English name of the class. */
  public String nameEn() {
    return nameEn;
  }

  /** Chinese name of the colour. */
  public String colourZh() {
    return colourZh;
  }

  /** English name of the colour. */
  public String colourEn() {
    return colourEn;
  }

  /** The colour in red, green and blue, such as {@code #00E400}. */
  public String colour() {
    return colour;
  }
}
