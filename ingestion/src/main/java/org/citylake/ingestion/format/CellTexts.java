package org.citylake.ingestion.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.citylake.ingestion.quality.Finding;

/**
 * Gives what a cell shows as text. Nothing is computed: of a formula the value counts that was
 * stored with it, and a text that looks like a formula stays a text. Not safe for several threads.
 */
final class CellTexts {
  /** A spreadsheet keeps so many digits of a number; what follows is lost. */
  private static final int DIGITS = 15;

  private final IntPredicate showsDay;
  private final boolean since1904;
  private final Map<Integer, Boolean> dates = new HashMap<>();

  /**
   * The texts of a workbook.
   *
   * @param showsDay whether the style of a number shows a day or a time
   * @param since1904 whether its days are counted from 1904
   */
  CellTexts(IntPredicate showsDay, boolean since1904) {
    this.showsDay = showsDay;
    this.since1904 = since1904;
  }

  /**
   * What a cell shows.
   *
   * @param column its column, from 0
   * @param place its name, such as {@code B7}
   * @param type as ECMA-376 codes it: str, inlineStr, b, e, d, n
   * @param style number of its style
   * @param value as the file stores it, not empty
   */
  SheetCell cell(int column, String place, String type, int style, String value) {
    return switch (type) {
      case "str", "inlineStr", "d" -> good(column, value);
      case "b" -> good(column, value.equals("1") ? "true" : "false");
      case "e" ->
          bad(
              column,
              value,
              "formula-error",
              place + " shows the error " + value + ": correct the formula and send it anew");
      default -> number(column, place, style, value);
    };
  }

  /** The cell of a formula whose value was never stored. */
  static SheetCell neverComputed(int column, String place) {
    return bad(
        column,
        "",
        "formula-error",
        place + " holds a formula without its value: open the workbook, save it, send it anew");
  }

  private SheetCell number(int column, String place, int style, String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value.strip());
    } catch (NumberFormatException e) {
      return bad(column, value, "malformed", place + " is stored as no number: type it anew");
    }
    if (date(style) && DateUtil.isValidExcelDate(number.doubleValue())) {
      return good(column, date(number));
    }
    BigDecimal stripped = number.stripTrailingZeros();
    String plain = stripped.toPlainString();
    if (stripped.scale() <= 0) {
      int digits = plain.length() - (stripped.signum() < 0 ? 1 : 0);
      return digits <= DIGITS
          ? good(column, plain)
          : bad(
              column,
              plain,
              "damaged-by-spreadsheet",
              place
                  + " holds a number of "
                  + digits
                  + " digits, of which a spreadsheet keeps "
                  + DIGITS
                  + ": the last ones are lost; format the column as text, type the number anew");
    }
    return good(column, number.round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString());
  }

  /** ISO text of a serial day: a day, a time of day, or both. */
  private String date(BigDecimal serial) {
    LocalDateTime time = DateUtil.getLocalDateTime(serial.doubleValue(), since1904, true);
    if (serial.compareTo(BigDecimal.ONE) < 0) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time.toLocalTime());
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  private boolean date(int style) {
    return dates.computeIfAbsent(style, showsDay::test);
  }

  /** Whether a number format, of that number and text, shows a day or a time. */
  static boolean showsDay(int format, String text) {
    // Chinese formats that a file names by number alone (ECMA-376 part 1, 18.8.30).
    boolean chinese = (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
    return chinese || DateUtil.isADateFormat(format, text);
  }

  private static SheetCell good(int column, String text) {
    return new SheetCell(column, text, null);
  }

  private static SheetCell bad(int column, String text, String rule, String message) {
    return new SheetCell(column, text, Finding.error(rule, message));
  }
}
