package org.citylake.ingestion.type;

import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;

/**
 * How messages show a value. Every value in every finding goes through here, so that a message
 * holds no personal value and does not grow with what was sent. Control characters show as {@code
 * U+0000}.
 */
public enum ShownValue {
  /** The first 40 characters, in quotes. */
  PLAIN {
    @Override
    public String of(String text) {
      int length = text.codePointCount(0, text.length());
      return length <= LONGEST
          ? "'" + readable(text) + "'"
          : "'" + readable(start(text, LONGEST)) + "…' (" + length + " characters)";
    }
  },

  /**
   * The first character and the length; of one character alone the length. The last one is not
   * shown, because most names have two or three.
   */
  PERSONAL {
    @Override
    public String of(String text) {
      int length = text.codePointCount(0, text.length());
      return length <= 1
          ? "'…' (" + length + " character)"
          : "'" + readable(start(text, 1)) + "…' (" + length + " characters)";
    }
  };

  private static final int LONGEST = 40;

  /** How the values of a column are shown. */
  public static ShownValue of(ContractProperty property) {
    return property.personal() ? PERSONAL : PLAIN;
  }

  /** How the values of a file's column are shown. */
  public static ShownValue of(DataContract contract, String physicalName) {
    return contract.properties().stream()
        .filter(property -> property.physicalName().equals(physicalName))
        .findFirst()
        .map(ShownValue::of)
        .orElseGet(() -> of(contract));
  }

  /** How a text of an unknown column is shown: as a personal one where there can be any. */
  public static ShownValue of(DataContract contract) {
    return contract.personalColumns().isEmpty() ? PLAIN : PERSONAL;
  }

  /** The value as a message shows it, with its quotes. */
  public abstract String of(String text);

  private static String start(String text, int characters) {
    return text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static String readable(String text) {
    StringBuilder readable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        readable.append(String.format(java.util.Locale.ROOT, "U+%04X", (int) c));
      } else {
        readable.append(c);
      }
    }
    return readable.toString();
  }
}
