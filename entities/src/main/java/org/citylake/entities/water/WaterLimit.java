package org.citylake.entities.water;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.entities.standard.StandardRow;
import org.citylake.entities.standard.Validity;
import org.jspecify.annotations.Nullable;

/**
 * One line of a standard's table: the limits of a factor from class I to class V.
 *
 * @param edition such as {@code GB 3838-2002}
 * @param factor such as {@code dissolved_oxygen}
 * @param kind the waters that it is for; null for all
 * @param side on which side of the limit a value keeps it
 * @param limits of classes I to V, in the factor's unit
 * @param evaluated whether the water's class is made of it
 * @param validity when it is in force
 */
public record WaterLimit(
    String edition,
    String factor,
    @Nullable WaterKind kind,
    Side side,
    List<BigDecimal> limits,
    boolean evaluated,
    Validity validity)
    implements Serializable {
  private static final int CLASSES = 5;

  public WaterLimit {
    limits = List.copyOf(limits);
    if (limits.size() != CLASSES) {
      throw new IllegalArgumentException("There are limits of 5 classes: " + limits.size());
    }
  }

  /** On which side of the limit a value keeps it; the limit itself does. */
  public enum Side {
    AT_MOST,
    AT_LEAST
  }

  static WaterLimit of(StandardRow row) {
    return new WaterLimit(
        row.text("edition"),
        row.text("factor"),
        switch (row.text("water_kind")) {
          case "any" -> null;
          case "river" -> WaterKind.RIVER;
          case "lake" -> WaterKind.LAKE;
          default -> throw unknown("water_kind", row);
        },
        switch (row.text("direction")) {
          case "at_most" -> Side.AT_MOST;
          case "at_least" -> Side.AT_LEAST;
          default -> throw unknown("direction", row);
        },
        List.of(
            row.decimal("class_1"),
            row.decimal("class_2"),
            row.decimal("class_3"),
            row.decimal("class_4"),
            row.decimal("class_5")),
        switch (row.text("evaluated")) {
          case "yes" -> true;
          case "no" -> false;
          default -> throw unknown("evaluated", row);
        },
        row.validity());
  }

  private static CityLakeException unknown(String column, StandardRow row) {
    return new CityLakeException(
        Kind.DATA,
        "Cannot read the code list " + row.codelist() + ": " + column + " is " + row.text(column));
  }

  boolean of(WaterKind water) {
    return kind == null || kind == water;
  }

  /** The best class whose limit the value keeps. */
  WaterClass classOf(BigDecimal value) {
    for (int order = 1; order <= CLASSES; order++) {
      if (keeps(value, limits.get(order - 1))) {
        return WaterClass.of(order);
      }
    }
    return WaterClass.WORSE_THAN_V;
  }

  private boolean keeps(BigDecimal value, BigDecimal limit) {
    return side == Side.AT_MOST ? value.compareTo(limit) <= 0 : value.compareTo(limit) >= 0;
  }

  /** The limit of a class, of I to V. */
  BigDecimal limit(WaterClass of) {
    return limits.get(of.order() - 1);
  }
}
