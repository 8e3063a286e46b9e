package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The code of an organisation, also part of its credit code and of its taxpayer number. Source: GB
 * 11714-1997 (eight digits or letters, check character MOD 11). The check lets pass a character
 * taken for one that is 11, 22 or 33 values away (digits among themselves never are), and some
 * exchanges of a check X with the character before it.
 *
 * @param value nine characters without a hyphen, the last a digit or X
 */
public record OrganisationCode(String value) {
  private static final int LENGTH = 9;

  /** Throws IllegalArgumentException when the value is no right code of nine characters. */
  public OrganisationCode {
    if (fault(value, value).isPresent()) {
      throw new IllegalArgumentException("No organisation code: " + WrittenText.masked(value));
    }
  }

  /** The code of eight characters with its check character. */
  public static OrganisationCode complete(String characters) {
    return new OrganisationCode(characters + CheckCharacter.organisation(characters));
  }

  /** Reads a code as written in a file, with or without a hyphen before the last character. */
  public static Reading<OrganisationCode> read(String written) {
    String text = WrittenText.normalise(written);
    Optional<Wrong<OrganisationCode>> damage = WrittenText.damage(text);
    if (damage.isPresent()) {
      return damage.get();
    }
    boolean hyphen = text.length() == LENGTH + 1 && text.charAt(LENGTH - 1) == '-';
    String code = hyphen ? text.substring(0, LENGTH - 1) + text.charAt(LENGTH) : text;
    return fault(code, text)
        .<Reading<OrganisationCode>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new OrganisationCode(code)));
  }

  private static Optional<Wrong<OrganisationCode>> fault(String code, String written) {
    if (code.length() != LENGTH) {
      return wrong(
          Reason.LENGTH,
          "An organisation code has 9 characters without its hyphen, and not " + code.length(),
          written);
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = code.charAt(i);
      boolean last = i == LENGTH - 1;
      if (!(WrittenText.digit(c) || (last ? c == 'X' : WrittenText.letter(c)))) {
        return wrong(
            Reason.CHARACTERS,
            "Position " + (i + 1) + " must be a digit or " + (last ? "X" : "a letter"),
            written);
      }
    }
    char expected = CheckCharacter.organisation(code);
    return code.charAt(LENGTH - 1) == expected
        ? Optional.empty()
        : wrong(
            Reason.CHECK_DIGIT,
            "The last character must be '" + expected + "' if the others are right",
            written);
  }

  private static Optional<Wrong<OrganisationCode>> wrong(
      Reason reason, String sentence, String written) {
    return Optional.of(Wrong.of(reason, sentence, written));
  }

  /** With the hyphen before the last character, as the standard prints it. */
  public String printed() {
    return value.substring(0, LENGTH - 1) + "-" + value.charAt(LENGTH - 1);
  }
}
