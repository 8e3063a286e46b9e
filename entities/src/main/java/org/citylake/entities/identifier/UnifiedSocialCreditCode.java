package org.citylake.entities.identifier;

import java.util.Optional;
import org.citylake.entities.identifier.Reading.Wrong;

/**
 * The unified social credit code of legal entities and other organisations, individual businesses
 * among them: authority, kind, six division digits, organisation code, check character. The
 * division digits are not held against a table: they are those of the day of registration. Source:
 * GB 32100-2015 with amendment 1 of 2016 (check character MOD 31, weights 3^(i-1)).
 *
 * @param value 18 characters
 */
public record UnifiedSocialCreditCode(String value) {
  private static final int LENGTH = 18;

  /** Throws IllegalArgumentException when the value is no right code. */
  public UnifiedSocialCreditCode {
    if (fault(value).isPresent()) {
      throw new IllegalArgumentException("No credit code: " + WrittenText.masked(value));
    }
  }

  /** The code of 17 characters with its check character. */
  public static UnifiedSocialCreditCode complete(String characters) {
    return new UnifiedSocialCreditCode(characters + CheckCharacter.credit(characters));
  }

  /**
   * Reads a code as written in a file, also in full-width or small letters. A wrong one carries a
   * suggestion when exactly one exchange of characters of the same look makes it right.
   */
  public static Reading<UnifiedSocialCreditCode> read(String written) {
    String text = WrittenText.normalise(written);
    return WrittenText.<UnifiedSocialCreditCode>damage(text)
        .or(() -> fault(text).map(wrong -> suggested(wrong, text)))
        .<Reading<UnifiedSocialCreditCode>>map(wrong -> wrong)
        .orElseGet(() -> new Reading.Right<>(new UnifiedSocialCreditCode(text)));
  }

  private static Wrong<UnifiedSocialCreditCode> suggested(
      Wrong<UnifiedSocialCreditCode> wrong, String text) {
    if (text.length() != LENGTH) {
      return wrong;
    }
    return CreditCodeSuggestion.of(text)
        .map(
            right ->
                new Wrong<UnifiedSocialCreditCode>(
                    wrong.reason(),
                    wrong.message()
                        + "; it would be right with "
                        + CreditCodeSuggestion.difference(text, right),
                    Optional.of(right)))
        .orElse(wrong);
  }

  /** The first fault of a normalised text. */
  static Optional<Wrong<UnifiedSocialCreditCode>> fault(String text) {
    if (text.length() != LENGTH) {
      return wrong(
          Reason.LENGTH, "A credit code has 18 characters, and not " + text.length(), text);
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean division = i >= 2 && i < 8;
      char c = text.charAt(i);
      if (division ? !WrittenText.digit(c) : CheckCharacter.CREDIT_ALPHABET.indexOf(c) < 0) {
        return wrong(
            Reason.CHARACTERS,
            "Position "
                + (i + 1)
                + " must be a digit"
                + (division ? "" : " or a letter other than I, O, S, V and Z"),
            text);
      }
    }
    char expected = CheckCharacter.credit(text);
    if (text.charAt(LENGTH - 1) != expected) {
      return wrong(
          Reason.CHECK_DIGIT,
          "Position 18 must be '" + expected + "' if the others are right",
          text);
    }
    return OrganisationCode.read(text.substring(8, 17)).right().isPresent()
        ? Optional.empty()
        : wrong(
            Reason.ORGANISATION_CODE,
            "Positions 9 to 17 are no organisation code: position 17 must be '"
                + CheckCharacter.organisation(text.substring(8, 17))
                + "' if the others are right",
            text);
  }

  private static Optional<Wrong<UnifiedSocialCreditCode>> wrong(
      Reason reason, String sentence, String text) {
    return Optional.of(Wrong.of(reason, sentence, text));
  }

  /** The authority and kind, when the standard's table has them. */
  public Optional<RegistrationKind> kind() {
    return RegistrationKind.of(value.substring(0, 2));
  }

  /** Six digits of the registering authority's division, on the day of registration. */
  public String division() {
    return value.substring(2, 8);
  }

  /** The organisation's own code, which older numbers of it contain too. */
  public OrganisationCode organisationCode() {
    return new OrganisationCode(value.substring(8, 17));
  }
}
