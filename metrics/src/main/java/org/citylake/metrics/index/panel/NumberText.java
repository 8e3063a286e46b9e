package org.citylake.metrics.index.panel;

import java.util.OptionalDouble;

/**
 * A number as a file writes it: decimal, with a point and, as wished, an exponent. Java would also
 * take hexadecimal numbers, type suffixes such as {@code 1d}, NaN and Infinity.
 */
public final class NumberText {
  private NumberText() {}

  /** The number; empty when the text is none, or none that is finite. */
  public static OptionalDouble find(String text) {
    if (text.isEmpty() || !text.chars().allMatch(NumberText::mayStand)) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean mayStand(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }
}
