package org.citylake.entities.linkage.comparison;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which values are compared. */
public final class TextForm {
  private TextForm() {}

  /**
   * The text in one form: compatibility forms composed (full-width to ASCII), small letters, each
   * run of blanks and controls one space, none at the ends. Empty when nothing is left.
   */
  public static String normalise(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    String small = plain.toLowerCase(Locale.ROOT);
    StringBuilder result = null;
    boolean blank = true;
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      boolean isBlank = Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ';
      if (result == null && isBlank && (blank || c != ' ' || i == small.length() - 1)) {
        result = new StringBuilder(small.length()).append(small, 0, i);
      }
      if (result != null && !(isBlank && blank)) {
        result.append(isBlank ? ' ' : c);
      }
      blank = isBlank;
    }
    return result == null ? small : result.toString().strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Letters and digits only. */
  public static String compact(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  /** Digits only. */
  public static String digits(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  /** Whether a text has at least one Chinese character. */
  public static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
