package org.citylake.entities.linkage.blocking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citylake.entities.linkage.comparison.DateForm;
import org.citylake.entities.linkage.comparison.HanText;
import org.citylake.entities.linkage.comparison.LegalName;
import org.citylake.entities.linkage.comparison.TextForm;

/** What of a value rows must have in common to be compared. */
public enum KeyForm {
  /** The whole normalised value. */
  WHOLE,
  /** The first character. */
  INITIAL,
  /** The first four letters and digits. */
  START,
  /** The last four letters and digits. */
  END,
  /** The first half of the letters and digits. */
  FIRST_HALF,
  /** The second half. */
  SECOND_HALF,
  /** The first letter and the next three consonants, doubled ones once; of Chinese the pinyin. */
  SOUND,
  /** Year and month of a date. */
  YEAR_MONTH,
  /** Month and day, whichever comes first. */
  MONTH_DAY,
  /** Year and day. */
  YEAR_DAY,
  /** What stands before the @. */
  LOCAL_PART,
  /** A Chinese legal entity's name without place and form. */
  LEGAL_CORE,
  /** Each of the rarest words, or pairs of Chinese characters, that at least two values have. */
  RARE_TOKENS;

  private static final int FEW = 4;

  /** The name in declarations, such as {@code year-month}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The form of that name. */
  public static Optional<KeyForm> find(String id) {
    return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
  }

  /** The form of a normalised value; empty when the value has none. Not for rare tokens. */
  String of(String value) {
    String compact = TextForm.compact(value);
    return switch (this) {
      case WHOLE -> value;
      case INITIAL -> compact.substring(0, Math.min(1, compact.length()));
      case START -> compact.length() < FEW ? "" : compact.substring(0, FEW);
      case END -> compact.length() < FEW ? "" : compact.substring(compact.length() - FEW);
      case FIRST_HALF -> compact.length() < FEW ? "" : compact.substring(0, compact.length() / 2);
      case SECOND_HALF -> compact.length() < FEW ? "" : compact.substring(compact.length() / 2);
      case SOUND -> TextForm.hasHan(value) ? HanText.pinyin(value) : skeleton(compact);
      case YEAR_MONTH -> date(value, List.of(0, 1));
      case MONTH_DAY -> date(value, List.of(1, 2));
      case YEAR_DAY -> date(value, List.of(0, 2));
      case LOCAL_PART -> value.indexOf('@') <= 0 ? "" : value.substring(0, value.indexOf('@'));
      case LEGAL_CORE -> LegalName.parse(value).core();
      case RARE_TOKENS -> throw new IllegalArgumentException("Rare tokens need all values");
    };
  }

  private static String date(String value, List<Integer> parts) {
    int date = DateForm.parse(value);
    if (date == DateForm.NONE) {
      return "";
    }
    int[] all = {DateForm.year(date), DateForm.month(date), DateForm.day(date)};
    int first = all[parts.get(0)];
    int second = all[parts.get(1)];
    return Math.min(first, second) + "/" + Math.max(first, second);
  }

  private static String skeleton(String text) {
    StringBuilder skeleton = new StringBuilder(FEW);
    for (int i = 0; i < text.length() && skeleton.length() < FEW; i++) {
      char c = text.charAt(i);
      boolean vowel = "aeiouyhw".indexOf(c) >= 0;
      if (skeleton.isEmpty() || (!vowel && c != text.charAt(i - 1))) {
        skeleton.append(c);
      }
    }
    return skeleton.toString();
  }
}
