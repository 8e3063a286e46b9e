package org.citylake.ingestion.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the units that titles, headers and cells of Chinese tables name. */
public final class UnitText {
  private static final String UNIT =
      "(?:[十百千万亿]*(?:人民币元|元|美元|人次|人|户|家|个|件|宗|起|台|辆|套|座|处|条|公里|千米|米"
          + "|平方公里|平方千米|平方米|公顷|亩|立方米|吨|公斤|千克|千瓦时|千瓦|度|次|张|册|床|所)|%|％|‰)";
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:^|[\\s\\p{Punct}（【，：]|计量|金额|货币)单\\s*位\\s*[:：]\\s*(" + UNIT + ")(?!\\p{IsHan})");
  private static final Pattern HEADER = Pattern.compile("[（(](" + UNIT + ")[）)]$");
  private static final Pattern CELL = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*(" + UNIT + ")");

  /**
   * A number with its unit, such as {@code 980万元}.
   *
   * @param number its digits
   * @param unit behind them
   */
  public record Quantity(String number, String unit) {}

  private UnitText() {}

  /** The unit that a title names: {@code 单位：万元}. */
  static Optional<String> ofTitle(String text) {
    return first(TITLE, text);
  }

  /** The unit in brackets at a header's end: {@code 收入（万元）}. */
  public static Optional<String> ofHeader(String text) {
    return first(HEADER, text.strip());
  }

  /** A cell that is a number with its unit. */
  public static Optional<Quantity> ofCell(String text) {
    Matcher cell = CELL.matcher(text);
    return cell.matches()
        ? Optional.of(new Quantity(cell.group(1), cell.group(2)))
        : Optional.empty();
  }

  /** What a later delivery's title must match to be of the unit. */
  static Pattern note(String unit) {
    return Pattern.compile("单\\s*位\\s*[:：]\\s*" + unit);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
