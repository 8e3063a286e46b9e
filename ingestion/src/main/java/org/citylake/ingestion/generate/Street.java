package org.citylake.ingestion.generate;

/**
 * A street or town of the city.
 *
 * @param code nine digits
 * @param name Chinese name
 * @param district where it lies
 */
record Street(String code, String name, District district) {
  /** Whether villages lie in it: towns and townships, by GB/T 10114. */
  boolean rural() {
    return code.charAt(6) != '0';
  }

  String districtCode() {
    return district.code();
  }

  String districtName() {
    return district.name();
  }

  /** About its middle. */
  Position position() {
    return district.centre().near(ground(), 0.8 * district.reach());
  }

  /** Draws that are the street's own in every city. */
  Draw ground() {
    return Draw.of(code.hashCode());
  }
}
