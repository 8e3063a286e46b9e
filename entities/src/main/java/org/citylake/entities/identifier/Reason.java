package org.citylake.entities.identifier;

import java.util.Locale;

/** Why a text is not the identifier that it should be. */
public enum Reason {
  /** It has too few or too many characters. */
  LENGTH,
  /** A character stands where it cannot stand. */
  CHARACTERS,
  /** The check character does not follow from the others. */
  CHECK_DIGIT,
  /** The digits of the birth date are no day of the calendar, or one before 1800. */
  BIRTH_DATE,
  /** The birth date is later than the last possible day. */
  BORN_LATER,
  /** A spreadsheet made a number of it and lost digits, which nobody can bring back. */
  DAMAGED_BY_SPREADSHEET,
  /** The organisation code inside a credit code has a wrong check character. */
  ORGANISATION_CODE,
  /** The six digits cannot be a division code. */
  DIVISION,
  /** The digits of the township level lie outside the ranges. */
  TOWNSHIP,
  /** The digits of the committee level lie outside the ranges. */
  COMMITTEE;

  /** The name in kebab case, such as {@code check-digit}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
