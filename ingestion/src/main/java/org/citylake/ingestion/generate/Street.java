package org.citylake.ingestion.generate;

/**
 * A street or town of the city.
 *
 * @param code nine digits
 * @param name Chinese name
 * @param districtCode six digits
 * @param districtName Chinese name
 */
record Street(String code, String name, String districtCode, String districtName) {
  /** Whether villages lie in it: towns and townships, by GB/T 10114. */
  boolean rural() {
    return code.charAt(6) != '0';
  }
}
