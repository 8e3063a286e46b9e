package org.citylake.ingestion.type;

/**
 * Full-width forms of ASCII (U+FF01 to U+FF5E) and the ideographic space, and what they stand for.
 */
public final class FullWidth {
  private static final char FIRST = '\uFF01';
  private static final char LAST = '\uFF5E';
  private static final char SPACE = '\u3000';
  private static final int DISTANCE = FIRST - '!';

  private FullWidth() {}

  /** Whether the text has one. */
  public static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (full(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The text with ASCII in their place; others stay. */
  public static String fold(String text) {
    if (!in(text)) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      folded.append(c == SPACE ? ' ' : full(c) ? (char) (c - DISTANCE) : c);
    }
    return folded.toString();
  }

  private static boolean full(char c) {
    return (c >= FIRST && c <= LAST) || c == SPACE;
  }
}
