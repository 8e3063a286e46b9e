package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;

/** Numbers of a column made from its contract alone: within the range and near the example. */
final class GenericNumber {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final Pattern SCALE = Pattern.compile("decimal\\(\\d+,(\\d+)\\)");

  private final ContractProperty property;

  /** The examples that are plain numbers: others carry a mark, as of a value below detection. */
  private final List<Double> examples;

  GenericNumber(ContractProperty property) {
    this.property = property;
    this.examples =
        property.examples().stream()
            .filter(e -> NUMBER.matcher(e).matches())
            .map(Double::valueOf)
            .toList();
  }

  /**
   * A number as it is written.
   *
   * @param row the draws that the columns of a row share
   * @param draw those of the column
   * @param year the snapshot's, near which years lie
   */
  String text(Draw row, Draw draw, int year) {
    if (property.type() == LogicalType.INTEGER && property.name().contains("year")) {
      return Integer.toString(year - draw.below("year", 3));
    }
    double like = examples.isEmpty() ? 50 : draw.pick("like", examples);
    return BigDecimal.valueOf(value(like, row, draw))
        .setScale(scale(property), RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private double value(double like, Draw row, Draw draw) {
    String name = property.name();
    if (name.equals("longitude") || name.equals("x")) {
      return GenericGeometry.moved(like, row, "east");
    }
    if (name.equals("latitude") || name.equals("y")) {
      return GenericGeometry.moved(like, row, "north");
    }
    double low = Math.min(0.4 * like, 1.6 * like);
    double high = Math.max(0.4 * like, 1.6 * like);
    low = Math.max(low, property.minimum().map(BigDecimal::doubleValue).orElse(low));
    high = Math.min(high, property.maximum().map(BigDecimal::doubleValue).orElse(high));
    return low + (high - low) * draw.unit("value");
  }

  /** Decimal places of a column, at most four. */
  static int scale(ContractProperty property) {
    Matcher decimal = SCALE.matcher(property.physicalType());
    if (decimal.matches()) {
      return Math.min(4, Integer.parseInt(decimal.group(1)));
    }
    return property.type() == LogicalType.INTEGER ? 0 : 2;
  }
}
