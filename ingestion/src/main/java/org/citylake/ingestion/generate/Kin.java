package org.citylake.ingestion.generate;

/**
 * A member of a household.
 *
 * @param number the person's number
 * @param role place in the family
 * @param male sex
 * @param age full years at the end of {@link Person#REFERENCE}
 */
record Kin(long number, Role role, boolean male, int age) {
  /** Place in the family, with the code of GB/T 4761-2008. */
  enum Role {
    HEAD("0"),
    SPOUSE("1"),
    SON_OR_DAUGHTER("2"),
    PARENT("5");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    String code(boolean male) {
      return this == SON_OR_DAUGHTER && !male ? "3" : code;
    }
  }
}
