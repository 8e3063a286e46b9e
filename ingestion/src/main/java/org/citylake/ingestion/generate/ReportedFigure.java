package org.citylake.ingestion.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * A made-up figure of one indicator, district and year: near the edition's reference, better in a
 * district that is good at most, and within what is possible.
 *
 * @param number its number
 * @param draw its draws
 * @param indicator what it measures
 * @param reference the edition's value for 100 points; empty where it has none
 * @param districtCode six digits
 * @param districtName Chinese name on the last day of the year
 * @param year the year that it tells of
 * @param strength how good the district is at most, about 1
 */
record ReportedFigure(
    long number,
    Draw draw,
    IndicatorDeclaration indicator,
    OptionalDouble reference,
    String districtCode,
    String districtName,
    String year,
    double strength)
    implements Entity {
  @Override
  public String id() {
    return String.format(Locale.ROOT, "F%09d", number);
  }

  @Override
  public String neighbourhood() {
    return districtCode;
  }

  @Override
  public boolean gone() {
    return false;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "indicator-code" -> indicator.code();
      case "indicator-name" -> indicator.nameZh();
      case "district-name" -> districtName;
      case "district-code" -> districtCode;
      case "year" -> year;
      case "value" -> value();
      case "unit" -> indicator.unit();
      case "owner" -> indicator.owner();
      default -> throw new IllegalArgumentException("A report has no attribute '" + name + "'");
    };
  }

  private BigDecimal value() {
    double unit = draw.unit("value");
    BigDecimal value =
        reference.isPresent()
            ? near(reference.getAsDouble() * strength * (0.85 + 0.25 * unit))
            : nearGreatest(unit);
    value = value.min(indicator.maximum().orElse(value)).max(indicator.minimum().orElse(value));
    return value.setScale(indicator.decimals(), RoundingMode.HALF_EVEN);
  }

  /** A share of a whole does not pass it, whatever the declaration leaves possible. */
  private BigDecimal near(double wanted) {
    boolean share = indicator.unit().equals("percent") && reference.orElse(0) <= 100;
    return BigDecimal.valueOf(share ? Math.min(100, wanted) : wanted);
  }

  /** What only deducts is as a rule near the greatest that is possible. */
  private BigDecimal nearGreatest(double unit) {
    double greatest = indicator.maximum().map(BigDecimal::doubleValue).orElse(100.0);
    double least = indicator.minimum().map(BigDecimal::doubleValue).orElse(0.0);
    return BigDecimal.valueOf(greatest - (greatest - least) * 0.5 * unit * unit * unit);
  }
}
