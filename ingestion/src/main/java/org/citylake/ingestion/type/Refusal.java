package org.citylake.ingestion.type;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.value.TimeFormat;

/**
 * Why a text is no number, no day or no instant, for the agency that sent it: what the text looks
 * like, and what to send instead. Nothing is repaired.
 */
final class Refusal {
  private static final String DIGITS = "[-+]?(?:[0-9]{1,40}(?:[.][0-9]{0,40})?|[.][0-9]{1,40})";
  private static final Pattern THOUSANDS =
      Pattern.compile("[-+]?[0-9]{1,3}([,'\\u00A0 ][0-9]{3}){1,12}([.][0-9]{0,40})?");
  private static final Pattern BEHIND = Pattern.compile(DIGITS + "\\s?(?<mark>\\D{1,12})");
  private static final Pattern BEFORE = Pattern.compile("(?<mark>\\D{1,12}?)\\s?" + DIGITS);
  private static final Pattern LUNAR =
      Pattern.compile(
          "农历|阴历|旧历|正月|冬月|腊月|闰.{1,2}月|初[一二三四五六七八九十]|廿" + "|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年");
  private static final Pattern ZERO =
      Pattern.compile(
          "0{4}\\D.*|0{8}|[0-9]{4}\\D0{1,2}(\\D.*)?|[0-9]{4}\\D[0-9]{1,2}\\D0{1,2}(\\D.*)?"
              + "|[0-9]{4}00[0-9]{2}([0-9]{6})?|[0-9]{6}00([0-9]{6})?");
  private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}([.][0-9]{1,20})?");
  private static final Pattern MIDNIGHT = Pattern.compile(".*24:?00(:?00)?");
  private static final String WIDTH =
      " has full-width characters: send ASCII digits and signs, or set width: fold in the"
          + " contract's format";

  private Refusal() {}

  /** Why it is no number. */
  static String ofNumber(String text, ShownValue shown) {
    if (FullWidth.in(text)) {
      return shown.of(text) + WIDTH;
    }
    if (THOUSANDS.matcher(text).matches()) {
      return shown.of(text) + " has thousands separators: send the digits alone";
    }
    return mark(BEHIND, text)
        .map(mark -> tooMuch(text, mark, "behind", shown))
        .or(() -> mark(BEFORE, text).map(mark -> tooMuch(text, mark, "before", shown)))
        .orElseGet(() -> shown.of(text) + " is no number");
  }

  private static Optional<String> mark(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group("mark")) : Optional.empty();
  }

  private static String tooMuch(String text, String mark, String where, ShownValue shown) {
    return shown.of(text)
        + " has "
        + shown.of(mark)
        + " "
        + where
        + " the number: send the number alone, in the contract's unit, or let the contract name it"
        + " in qualifiers";
  }

  /**
   * Why it is no day or instant.
   *
   * @param type date or timestamptz
   * @param formats how it could be written
   */
  static String ofTime(String text, String type, List<TimeFormat> formats, ShownValue shown) {
    if (FullWidth.in(text)) {
      return shown.of(text) + WIDTH;
    }
    if (LUNAR.matcher(text).find()) {
      return shown.of(text) + " is a day of the lunar calendar: send the day of the solar calendar";
    }
    if (ZERO.matcher(text).matches()) {
      return shown.of(text)
          + " has a year, month or day of zero, which no calendar has: send nothing for an unknown"
          + " day, or let the contract name the text in missing-values";
    }
    if (type.equals("timestamptz") && MIDNIGHT.matcher(text).matches()) {
      return shown.of(text)
          + " has the hour 24: send 00:00 of the next day, or set endOfDay in the contract";
    }
    if (formats.stream().anyMatch(f -> f.hasForm(text))) {
      return shown.of(text) + " is no day of the calendar or no time of day";
    }
    if (SERIAL.matcher(text).matches()) {
      return shown.of(text)
          + " looks like the number that a spreadsheet keeps for a day: export the column as text,"
          + " or let the contract name excel-serial in formats";
    }
    return shown.of(text)
        + " is no "
        + type
        + ", written as "
        + String.join(" or ", formats.stream().map(TimeFormat::name).toList());
  }
}
