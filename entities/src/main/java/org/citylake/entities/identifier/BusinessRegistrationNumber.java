package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The registration number of businesses from before the credit code: six division digits, eight
 * serial digits, check digit ISO 7064 MOD 11,10. Numbers of 13 digits from before 2007 are too
 * short. Source: GS 15-2006.
 *
 * @param value 15 digits
 */
public record BusinessRegistrationNumber(String value) {
  private static final int LENGTH = 15;

  /** What the first serial digit says. */
  public enum Holder {
    DOMESTIC_ENTERPRISE,
    FOREIGN_INVESTED_ENTERPRISE,
    INDIVIDUAL_BUSINESS
  }

  /** Throws IllegalArgumentException when the value is no right number. */
  public BusinessRegistrationNumber {
    if (fault(value).isPresent()) {
      throw new IllegalArgumentException("No registration number: " + WrittenText.masked(value));
    }
  }

  /** The number of 14 digits with its check digit. */
  public static BusinessRegistrationNumber complete(String digits) {
    return new BusinessRegistrationNumber(digits + CheckCharacter.mod11Mod10(digits));
  }

  /** Reads a number as written in a file, also with full-width digits. */
  public static Reading<BusinessRegistrationNumber> read(String written) {
    String text = WrittenText.normalise(written);
    return WrittenText.<BusinessRegistrationNumber>damage(text)
        .or(() -> fault(text))
        .<Reading<BusinessRegistrationNumber>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new BusinessRegistrationNumber(text)));
  }

  private static Optional<Wrong<BusinessRegistrationNumber>> fault(String text) {
    if (text.length() != LENGTH) {
      return wrong(
          Reason.LENGTH, "A registration number has 15 digits, and not " + text.length(), text);
    }
    int noDigit = WrittenText.firstNoDigit(text, 0, LENGTH);
    if (noDigit >= 0) {
      return wrong(Reason.CHARACTERS, "Position " + (noDigit + 1) + " must be a digit", text);
    }
    char expected = CheckCharacter.mod11Mod10(text.substring(0, LENGTH - 1));
    return text.charAt(LENGTH - 1) == expected
        ? Optional.empty()
        : wrong(
            Reason.CHECK_DIGIT,
            "Position 15 must be '" + expected + "' if the others are right",
            text);
  }

  private static Optional<Wrong<BusinessRegistrationNumber>> wrong(
      Reason reason, String sentence, String text) {
    return Optional.of(Wrong.of(reason, sentence, text));
  }

  /** Six digits of the registering authority's division, on the day of registration. */
  public String division() {
    return value.substring(0, 6);
  }

  /** Who holds the number: serial numbers begin with 0 to 3, 4 to 5, or 6 to 9. */
  public Holder holder() {
    char first = value.charAt(6);
    if (first <= '3') {
      return Holder.DOMESTIC_ENTERPRISE;
    }
    return first <= '5' ? Holder.FOREIGN_INVESTED_ENTERPRISE : Holder.INDIVIDUAL_BUSINESS;
  }
}
