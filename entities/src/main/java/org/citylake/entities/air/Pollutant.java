package org.citylake.entities.air;

/** The six pollutants that an AQI is made of. Source: HJ 633-2012, 4.1; GB 3095-2012 table 1. */
public enum Pollutant {
  SO2("so2", "二氧化硫", "sulphur dioxide", true),
  NO2("no2", "二氧化氮", "nitrogen dioxide", true),
  /** In mg/m³; all others are in µg/m³. */
  CO("co", "一氧化碳", "carbon monoxide", true),
  O3("o3", "臭氧", "ozone", true),
  PM10("pm10", "可吸入颗粒物", "particles up to 10 µm", false),
  PM25("pm25", "细颗粒物", "particles up to 2.5 µm", false);

  private final String code;
  private final String nameZh;
  private final String nameEn;
  private final boolean gas;

  Pollutant(String code, String nameZh, String nameEn, boolean gas) {
    this.code = code;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.gas = gas;
  }

  /** As the code lists write it. */
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

  /** Whether its concentration depends on the reference state. */
  public boolean gas() {
    return gas;
  }
}
