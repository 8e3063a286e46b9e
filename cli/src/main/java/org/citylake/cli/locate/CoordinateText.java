package org.citylake.cli.locate;

import java.util.regex.Pattern;

/** Coordinates as people and programs write them. */
final class CoordinateText {
  private static final Pattern INFINITE = Pattern.compile("(?i)[+-]?inf(inity)?");

  private CoordinateText() {}

  /** The number of a decimal text; infinity, without its sign, too; NaN when it is none. */
  static double number(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      boolean decimal = (c >= '0' && c <= '9') || ".-+eE".indexOf(c) >= 0;
      if (!decimal) {
        // Java would take 1d and 0x1p3 for numbers too.
        return INFINITE.matcher(stripped).matches() ? Double.POSITIVE_INFINITY : Double.NaN;
      }
    }
    try {
      return Double.parseDouble(stripped);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
