package org.citylake.entities.linkage.comparison;

import java.util.regex.Pattern;

/** Numbers as people write them. */
public final class NumberForm {
  private static final Pattern DECORATION = Pattern.compile("[,$€£¥￥%\\s]|usd|rmb|元");
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)");

  private NumberForm() {}

  /** The number without currency signs and commas, or NaN. */
  public static double parse(String text) {
    String bare = DECORATION.matcher(text).replaceAll("");
    return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : Double.NaN;
  }
}
