package org.citylake.core.problem;

/** Text of a stranger's file as a message may show it: on one line, and not without end. */
public final class ShownText {
  private static final int LONGEST = 200;

  private ShownText() {}

  /**
   * The text with control characters as Java escapes, cut after 200 characters with its length
   * told.
   */
  public static String of(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder shown = new StringBuilder();
    start
        .chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
              } else {
                shown.append((char) c);
              }
            });
    return start.length() == text.length()
        ? shown.toString()
        : shown + "... of " + text.length() + " characters";
  }
}
