package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The structure of the code that statistics use below the county: a division code, three digits of
 * the township level (GB/T 10114-2003), three of the committee level; zeros below the level meant.
 * The committee ranges 400 to 599 are the statistical office's own, for areas that are governed
 * like a committee.
 *
 * @param value twelve digits
 */
public record StatisticalDivisionCode(String value) {
  private static final int LENGTH = 12;

  /** What the digits of the township level say. */
  public enum Township {
    SUBDISTRICT,
    TOWN,
    TOWNSHIP,
    UNIT_OF_ENTERPRISE
  }

  /** What the digits of the committee level say. */
  public enum Committee {
    RESIDENTS_COMMITTEE,
    VILLAGERS_COMMITTEE,
    LIKE_RESIDENTS_COMMITTEE,
    LIKE_VILLAGERS_COMMITTEE
  }

  /** Throws IllegalArgumentException when the value is no statistical division code. */
  public StatisticalDivisionCode {
    if (fault(value).isPresent()) {
      throw new IllegalArgumentException("No division code: " + WrittenText.masked(value));
    }
  }

  /** Reads a code as written in a file, also with full-width digits. */
  public static Reading<StatisticalDivisionCode> read(String written) {
    String text = WrittenText.normalise(written);
    return WrittenText.<StatisticalDivisionCode>damage(text)
        .or(() -> fault(text))
        .<Reading<StatisticalDivisionCode>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new StatisticalDivisionCode(text)));
  }

  private static Optional<Wrong<StatisticalDivisionCode>> fault(String text) {
    if (text.length() != LENGTH) {
      return wrong(
          Reason.LENGTH,
          "A statistical division code has 12 digits, and not " + text.length(),
          text);
    }
    int noDigit = WrittenText.firstNoDigit(text, 0, LENGTH);
    if (noDigit >= 0) {
      return wrong(Reason.CHARACTERS, "Position " + (noDigit + 1) + " must be a digit", text);
    }
    if (!DivisionCode.structured(text)) {
      return wrong(Reason.DIVISION, "Positions 1 to 6 are no division code", text);
    }
    int township = Integer.parseInt(text.substring(6, 9));
    int committee = Integer.parseInt(text.substring(9));
    boolean province = text.startsWith("0000", 2);
    if (township >= 600 || (township > 0 && province) || (township == 0 && committee > 0)) {
      return wrong(
          Reason.TOWNSHIP,
          "Positions 7 to 9 must be 001 to 599, or 000 with 000 behind; a province has none",
          text);
    }
    return committee < 600
        ? Optional.empty()
        : wrong(Reason.COMMITTEE, "Positions 10 to 12 must be below 600", text);
  }

  private static Optional<Wrong<StatisticalDivisionCode>> wrong(
      Reason reason, String sentence, String text) {
    return Optional.of(Wrong.of(reason, sentence, text));
  }

  /** The division that the first six digits mean. */
  public DivisionCode division() {
    return new DivisionCode(value.substring(0, 6));
  }

  /** The township level, empty when the code means a division above it. */
  public Optional<Township> township() {
    int digits = Integer.parseInt(value.substring(6, 9));
    if (digits == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (digits / 100) {
          case 0 -> Township.SUBDISTRICT;
          case 1 -> Township.TOWN;
          case 2, 3 -> Township.TOWNSHIP;
          default -> Township.UNIT_OF_ENTERPRISE;
        });
  }

  /** The committee level, empty when the code means an area above it. */
  public Optional<Committee> committee() {
    int digits = Integer.parseInt(value.substring(9));
    if (digits == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (digits / 100) {
          case 0, 1 -> Committee.RESIDENTS_COMMITTEE;
          case 2, 3 -> Committee.VILLAGERS_COMMITTEE;
          case 4 -> Committee.LIKE_RESIDENTS_COMMITTEE;
          default -> Committee.LIKE_VILLAGERS_COMMITTEE;
        });
  }
}
