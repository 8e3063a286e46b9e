package org.citylake.metrics.analysis.outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The outlook in a sentence, Chinese and English.
 *
 * @param zh Chinese
 * @param en English
 */
public record OutlookText(String zh, String en) {
  private static final int DIGITS = 3;

  /**
   * Writes it.
   *
   * @param pace the outlook
   * @param due the period when the target is due
   * @param unitZh Chinese name of the unit; percent is told in points
   * @param unitEn English name of the unit
   * @param binding binding, expected or null
   */
  public static OutlookText of(
      TargetPace pace, String due, String unitZh, String unitEn, @Nullable String binding) {
    boolean percent = unitEn.equals("percent");
    String zh = percent ? "个百分点" : unitZh;
    String en = percent ? "points" : unitEn;
    return new OutlookText(
        chinese(pace, due, zh) + (binding == null ? "" : bindingZh(binding)),
        english(pace, due, en) + (binding == null ? "" : " (" + binding + ")"));
  }

  private static String bindingZh(String binding) {
    return binding.equals("binding") ? "（约束性）" : "（预期性）";
  }

  private static String english(TargetPace pace, String due, String unit) {
    Double needed = pace.paceNeeded();
    Double made = pace.paceMade();
    String needs = needed == null ? "" : "needs " + number(needed) + " " + unit + " a year";
    return switch (pace.reason()) {
      case MET -> "reached";
      case OVERDUE -> "was due " + due + ", missed by " + size(pace.gap()) + " " + unit;
      case PACE_SUFFICES -> needs + ", makes " + number(made) + ": on track for " + due;
      case PACE_FALLS_SHORT -> needs + ", makes " + number(made) + ": will miss " + due;
      case NO_NUMBER -> "the plan names no number";
      case NO_FIGURE -> "no figure yet";
      case ONE_FIGURE ->
          (needed == null ? "gap " + number(pace.gap()) + " " + unit : needs)
              + "; one figure alone shows no pace";
      case NO_DIRECTION -> "nothing says which way is better";
    };
  }

  private static String chinese(TargetPace pace, String due, String unit) {
    Double needed = pace.paceNeeded();
    Double made = pace.paceMade();
    String needs = needed == null ? "" : "每年需" + (needed < 0 ? "降低" : "提高") + size(needed) + unit;
    String year = due + (due.matches("\\d{4}") ? "年" : "");
    return switch (pace.reason()) {
      case MET -> "已完成";
      case OVERDUE -> "应于" + year + "完成，尚差" + size(pace.gap()) + unit;
      case PACE_SUFFICES -> needs + "，目前每年" + number(made) + "，预计" + year + "可以完成";
      case PACE_FALLS_SHORT -> needs + "，目前每年" + number(made) + "，预计" + year + "不能完成";
      case NO_NUMBER -> "规划未给出数值";
      case NO_FIGURE -> "尚无数据";
      case ONE_FIGURE ->
          (needed == null ? "差距" + number(pace.gap()) + unit : needs) + "；仅有一期数据，无法判断进度";
      case NO_DIRECTION -> "未规定指标方向";
    };
  }

  private static String size(@Nullable Double value) {
    return value == null ? "" : number(Math.abs(value));
  }

  /** A number in three digits, more only before the point. */
  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    BigDecimal whole = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    return whole.signum() == 0 ? "0" : whole.stripTrailingZeros().toPlainString();
  }
}
