package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The structure of a division code: province, prefecture and county in two digits each, zeros below
 * the level meant. Whether a division has or had the code is a question to the tables of a day.
 * Source: GB/T 2260-2007.
 *
 * @param value six digits, the first 1 to 8
 */
public record DivisionCode(String value) {
  private static final int LENGTH = 6;

  /** The level of the division. */
  public enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY
  }

  /** Throws IllegalArgumentException when the value is no division code. */
  public DivisionCode {
    if (fault(value, value).isPresent()) {
      throw new IllegalArgumentException("No division code: " + WrittenText.masked(value));
    }
  }

  /** Reads a code as written in a file, also with full-width digits. */
  public static Reading<DivisionCode> read(String written) {
    String text = WrittenText.normalise(written);
    return WrittenText.<DivisionCode>damage(text)
        .or(() -> fault(text, text))
        .<Reading<DivisionCode>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new DivisionCode(text)));
  }

  private static Optional<Wrong<DivisionCode>> fault(String text, String written) {
    if (text.length() != LENGTH) {
      return wrong(
          Reason.LENGTH, "A division code has 6 digits, and not " + text.length(), written);
    }
    int noDigit = WrittenText.firstNoDigit(text, 0, LENGTH);
    if (noDigit >= 0) {
      return wrong(Reason.CHARACTERS, "Position " + (noDigit + 1) + " must be a digit", written);
    }
    return structured(text)
        ? Optional.empty()
        : wrong(
            Reason.DIVISION,
            "A division code begins with 1 to 8, has a province of 11 or more, and a county only"
                + " within a prefecture",
            written);
  }

  /** Whether the first six digits of a text are in order as a division code. */
  static boolean structured(String text) {
    boolean province = text.charAt(0) >= '1' && text.charAt(0) <= '8' && text.charAt(1) != '0';
    boolean prefecture = !text.startsWith("00", 2);
    boolean county = !text.startsWith("00", 4);
    return province && (prefecture || !county);
  }

  private static Optional<Wrong<DivisionCode>> wrong(
      Reason reason, String sentence, String written) {
    return Optional.of(Wrong.of(reason, sentence, written));
  }

  /** The level that the zeros at the end say. */
  public Level level() {
    if (value.endsWith("0000")) {
      return Level.PROVINCE;
    }
    return value.endsWith("00") ? Level.PREFECTURE : Level.COUNTY;
  }
}
