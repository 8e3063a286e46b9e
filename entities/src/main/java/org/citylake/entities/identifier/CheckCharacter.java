package org.citylake.entities.identifier;

/** The check characters of the standards. The texts given have the characters that they need. */
final class CheckCharacter {
  /** The characters of credit codes in the order of their values, without I, O, S, V and Z. */
  static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CheckCharacter() {}

  /**
   * ISO 7064 MOD 11-2 over all digits of the text; 0 to 9 or X. Source: GB 11643-1999, ISO 7064.
   */
  static char mod11Radix2(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum = (sum + digits.charAt(i) - '0') * 2 % 11;
    }
    int value = (12 - sum) % 11;
    return value == 10 ? 'X' : (char) ('0' + value);
  }

  /** ISO 7064 MOD 11,10 over all digits of the text; 0 to 9. */
  static char mod11Mod10(String digits) {
    int product = 10;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (product + digits.charAt(i) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (char) ('0' + (11 - product) % 10);
  }

  /** MOD 31 with weights 3^(i-1) over the first 17 characters. Source: GB 32100-2015. */
  static char credit(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += weight * CREDIT_ALPHABET.indexOf(text.charAt(i));
      weight = weight * 3 % 31;
    }
    return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** MOD 11 with eight weights over the first 8 characters; 0 to 9 or X. Source: GB 11714-1997. */
  static char organisation(String text) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      char c = text.charAt(i);
      sum += ORGANISATION_WEIGHTS[i] * (WrittenText.digit(c) ? c - '0' : c - 'A' + 10);
    }
    int value = (11 - sum % 11) % 11;
    return value == 10 ? 'X' : (char) ('0' + value);
  }
}
