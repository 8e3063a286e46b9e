package org.citylake.entities.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** How identifiers are written in files: brought to one form, masked, seen to be damaged. */
final class WrittenText {
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]*)?E\\+?[0-9]{1,2}");
  private static final Pattern FRACTION = Pattern.compile("[0-9]+\\.[0-9]*");
  private static final int FULL_WIDTH = '！' - '!';
  private static final int SHOWN_FIRST = 6;
  private static final int SHORTEST_SHOWN = 15;

  private WrittenText() {}

  /**
   * The text with ASCII characters for full-width ones, capital letters, and no blanks or invisible
   * characters around it; otherwise as written.
   */
  static String normalise(String written) {
    StringBuilder text = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c >= '！' && c <= '～') {
        c = (char) (c - FULL_WIDTH);
      }
      text.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isISOControl(c);
  }

  /** Says so when a normalised text is a number as spreadsheets show long ones. */
  static <T> Optional<Reading.Wrong<T>> damage(String text) {
    if (SCIENTIFIC.matcher(text).matches() || FRACTION.matcher(text).matches()) {
      return Optional.of(
          Reading.Wrong.of(
              Reason.DAMAGED_BY_SPREADSHEET,
              "A spreadsheet made a decimal number of it; take the digits from the origin",
              text));
    }
    return Optional.empty();
  }

  /**
   * The text for messages and logs: of texts of at least 15 characters the first six and the last
   * are kept where they are digits or a last X, everything else is a star, at most 40 of them.
   */
  static String masked(String text) {
    StringBuilder masked = new StringBuilder();
    boolean longEnough = text.length() >= SHORTEST_SHOWN;
    for (int i = 0; i < Math.min(text.length(), 40); i++) {
      char c = text.charAt(i);
      boolean last = i == text.length() - 1;
      boolean shown = last ? digit(c) || c == 'X' : i < SHOWN_FIRST && digit(c);
      masked.append(longEnough && shown ? c : '*');
    }
    return masked.isEmpty() ? "(empty)" : masked.toString();
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean letter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Whether the characters from one place up to before another are digits. */
  static boolean digits(String text, int from, int to) {
    return firstNoDigit(text, from, to) < 0;
  }

  /** The 0-based place of the first character that is no digit, -1 when there is none. */
  static int firstNoDigit(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!digit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
