package org.citylake.ingestion.record;

import java.util.List;
import java.util.Locale;
import org.citylake.core.contract.ContractProperty;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.ShownValue;

/**
 * What any delivered text must keep before it is read as a value: no control characters but tab and
 * line breaks, no replacement character, not too short and not too long. Lengths are counted in
 * characters (code points).
 */
final class TextRules {
  private static final char REPLACEMENT = '\uFFFD';

  private final String column;
  private final ShownValue shown;
  private final int shortest;
  private final int longest;

  TextRules(ContractProperty property) {
    this.column = property.physicalName();
    this.shown = ShownValue.of(property);
    this.shortest = property.minimumLength().orElse(0);
    this.longest = property.maximumLength().orElse(ContractProperty.LONGEST_TEXT);
  }

  /**
   * Adds what is wrong to the findings.
   *
   * @return whether the text can be read as a value at all
   */
  boolean judge(String text, List<Finding> findings) {
    boolean tooLong = text.length() > longest && length(text) > longest;
    if (tooLong) {
      findings.add(
          Finding.error(
              "length",
              column
                  + " has "
                  + length(text)
                  + " characters where at most "
                  + longest
                  + " are allowed: "
                  + shown.of(text)
                  + "; look for a quote or delimiter that is missing before it, or set maxLength in"
                  + " the contract"));
    } else if (text.length() < 2 * shortest && length(text) < shortest) {
      findings.add(
          Finding.error(
              "length",
              column
                  + " has fewer than "
                  + shortest
                  + " characters: "
                  + shown.of(text)
                  + "; send the whole value"));
    }
    int wrong = firstUnreadable(text);
    if (wrong >= 0) {
      findings.add(Finding.error("control-character", unreadable(text, wrong)));
      return false;
    }
    return !tooLong;
  }

  private String unreadable(String text, int at) {
    char c = text.charAt(at);
    return String.format(
        Locale.ROOT,
        "%s has U+%04X at character %d of %d: %s",
        column,
        (int) c,
        text.codePointCount(0, at) + 1,
        length(text),
        c == REPLACEMENT
            ? "the text was read in a wrong encoding before it was sent; export it anew"
            : "remove it at the source, or export the column as text");
  }

  /** The index of the first character that no text has, -1 when there is none. */
  private static int firstUnreadable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == REPLACEMENT || (Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n')) {
        return i;
      }
    }
    return -1;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
