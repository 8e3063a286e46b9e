package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The taxpayer number of organisations from before the credit code: six division digits and the
 * organisation code. Only this structure is judged: the tax authorities also gave numbers whose
 * last nine characters are no organisation code.
 *
 * @param value 15 characters
 */
public record TaxpayerNumber(String value) {
  private static final int LENGTH = 15;

  /** Throws IllegalArgumentException when the value is no right number. */
  public TaxpayerNumber {
    if (fault(value).isPresent()) {
      throw new IllegalArgumentException("No taxpayer number: " + WrittenText.masked(value));
    }
  }

  /** Reads a number as written in a file, also in full-width or small letters. */
  public static Reading<TaxpayerNumber> read(String written) {
    String text = WrittenText.normalise(written);
    return WrittenText.<TaxpayerNumber>damage(text)
        .or(() -> fault(text))
        .<Reading<TaxpayerNumber>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new TaxpayerNumber(text)));
  }

  private static Optional<Wrong<TaxpayerNumber>> fault(String text) {
    if (text.length() != LENGTH) {
      return Optional.of(
          Wrong.of(
              Reason.LENGTH,
              "A taxpayer number of before the credit code has 15 characters, and not "
                  + text.length(),
              text));
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      if (!(WrittenText.digit(c) || (i >= 6 && WrittenText.letter(c)))) {
        return Optional.of(
            Wrong.of(
                Reason.CHARACTERS,
                "Position " + (i + 1) + " must be a digit" + (i < 6 ? "" : " or a letter"),
                text));
      }
    }
    return Optional.empty();
  }

  /** Six digits of the tax authority's division, on the day of registration. */
  public String division() {
    return value.substring(0, 6);
  }

  /** The last nine characters read as an organisation code. */
  public Reading<OrganisationCode> organisationCode() {
    return OrganisationCode.read(value.substring(6));
  }

  /** The number masked, as logs may show it: that of an individual may be an identity number. */
  @Override
  public String toString() {
    return WrittenText.masked(value);
  }
}
