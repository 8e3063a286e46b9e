package org.citylake.entities.linkage.blocking;

/**
 * A part of a blocking key.
 *
 * @param column the column's name
 * @param form what of its value
 */
public record KeyPart(String column, KeyForm form) {
  /** Such as {@code surname sound}. */
  public String text() {
    return form == KeyForm.WHOLE ? column : column + " " + form.id();
  }
}
