package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Shapes and coordinates like an example, moved by the same way in all columns of a row, so that a
 * shape stays a shape and its centre stays its centre.
 */
final class GenericGeometry {
  private static final Pattern WELL_KNOWN_TEXT =
      Pattern.compile("(MULTI)?(POINT|LINESTRING|POLYGON) ?\\(.*");
  private static final Pattern PAIR = Pattern.compile("(-?[0-9.]+) (-?[0-9.]+)");
  private static final double DEGREES = 0.06;
  private static final double METRES = 6000;

  private GenericGeometry() {}

  /** Whether a text is a shape in well-known text. */
  static boolean shape(String text) {
    return WELL_KNOWN_TEXT.matcher(text).matches();
  }

  /** The shape moved. */
  static String moved(String shape, Draw row) {
    return PAIR.matcher(shape)
        .replaceAll(pair -> moved(pair, 1, row, "east") + " " + moved(pair, 2, row, "north"));
  }

  private static String moved(MatchResult pair, int group, Draw row, String direction) {
    BigDecimal value = new BigDecimal(pair.group(group));
    double moved = moved(value.doubleValue(), row, direction);
    return String.format(Locale.ROOT, "%." + Math.max(0, value.scale()) + "f", moved);
  }

  /**
   * A coordinate moved, in degrees or in metres of a plane.
   *
   * @param row the draws that the columns of a row share
   * @param direction east or north
   */
  static double moved(double value, Draw row, String direction) {
    double reach = Math.abs(value) <= 180 ? DEGREES : METRES;
    return value + reach * (2 * row.unit(direction) - 1);
  }
}
