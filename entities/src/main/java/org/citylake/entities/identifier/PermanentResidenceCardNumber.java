package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The number on cards of foreign permanent residents before 2023-12: nationality (three letters),
 * place of the application (four digits), birth date (year, month and day in two digits each), a
 * serial digit and a check digit. The rule of the check digit is not published in a standard at
 * hand, so the check digit is not judged. Later cards have a {@link ResidentIdentityNumber}.
 *
 * @param value three letters and twelve digits
 */
public record PermanentResidenceCardNumber(String value) {
  private static final int LENGTH = 15;

  /** Throws IllegalArgumentException when the value is no right number. */
  public PermanentResidenceCardNumber {
    if (fault(value).isPresent()) {
      throw new IllegalArgumentException("No card number: " + WrittenText.masked(value));
    }
  }

  /** Reads a number as written in a file, also in full-width or small letters. */
  public static Reading<PermanentResidenceCardNumber> read(String written) {
    String text = WrittenText.normalise(written);
    return fault(text)
        .<Reading<PermanentResidenceCardNumber>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new PermanentResidenceCardNumber(text)));
  }

  /** Whether a text begins like such a number, with three letters. */
  static boolean begins(String written) {
    String text = WrittenText.normalise(written);
    return text.length() > 3 && text.chars().limit(3).allMatch(c -> WrittenText.letter((char) c));
  }

  private static Optional<Wrong<PermanentResidenceCardNumber>> fault(String text) {
    if (text.length() != LENGTH) {
      return wrong(
          Reason.LENGTH, "A card number has 15 characters, and not " + text.length(), text);
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if (i < 3 ? !WrittenText.letter(c) : !WrittenText.digit(c)) {
        return wrong(
            Reason.CHARACTERS,
            "Position " + (i + 1) + " must be a " + (i < 3 ? "letter" : "digit"),
            text);
      }
    }
    int year = Integer.parseInt(text.substring(7, 9));
    int month = Integer.parseInt(text.substring(9, 11));
    int day = Integer.parseInt(text.substring(11, 13));
    return ResidentIdentityNumber.dayOf(1900 + year, month, day)
            || ResidentIdentityNumber.dayOf(2000 + year, month, day)
        ? Optional.empty()
        : wrong(Reason.BIRTH_DATE, "Positions 8 to 13 must be a day of the calendar", text);
  }

  private static Optional<Wrong<PermanentResidenceCardNumber>> wrong(
      Reason reason, String sentence, String text) {
    return Optional.of(Wrong.of(reason, sentence, text));
  }

  /** Three letters, ISO 3166-1 alpha-3. */
  public String nationality() {
    return value.substring(0, 3);
  }

  /** The first four digits of the division of the application. */
  public String applicationPlace() {
    return value.substring(3, 7);
  }

  /** Year, month and day in two digits each; the century is not said. */
  public String birthDate() {
    return value.substring(7, 13);
  }

  /** The number masked, as logs may show it. */
  @Override
  public String toString() {
    return WrittenText.masked(value);
  }
}
