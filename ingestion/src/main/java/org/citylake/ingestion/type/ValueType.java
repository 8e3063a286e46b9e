package org.citylake.ingestion.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;

/**
 * Reads text as a value of an Iceberg primitive type: string, int, long, double, decimal(p,s),
 * boolean, date, timestamptz. The Java types are those that the lakehouse writes: String, Integer,
 * Long, Double, BigDecimal (always of scale s), Boolean, LocalDate, OffsetDateTime (UTC).
 *
 * <p>Numbers are plain ASCII decimals with a point; no thousands separator, no rounding: a number
 * with more digits after the point than the type holds is refused.
 */
public final class ValueType {
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?");

  /** Any number of so many digits fits into an int. */
  private static final int INT_DIGITS = 9;

  private final String physicalType;
  private final TimeText timeText;
  private final ShownValue shown;
  private final int precision;
  private final int scale;

  private ValueType(
      String physicalType, TimeText timeText, ShownValue shown, int precision, int scale) {
    this.physicalType = physicalType;
    this.timeText = timeText;
    this.shown = shown;
    this.precision = precision;
    this.scale = scale;
  }

  /**
   * The type of a contract's column.
   *
   * @param property the column with its formats of time
   * @param zone where times without an offset are local
   * @param shown how refusals show the text
   * @throws CityLakeException of kind DATA when texts cannot be read as the physical type
   */
  public static ValueType of(ContractProperty property, ZoneId zone, ShownValue shown) {
    String type = property.physicalType();
    Matcher decimal = DECIMAL.matcher(type);
    if (decimal.matches()) {
      return new ValueType(
          "decimal",
          new TimeText(property, zone, shown),
          shown,
          Integer.parseInt(decimal.group(1)),
          Integer.parseInt(decimal.group(2)));
    }
    return switch (type) {
      case "string", "int", "long", "double", "boolean", "date", "timestamptz" ->
          new ValueType(type, new TimeText(property, zone, shown), shown, 0, 0);
      default ->
          throw new CityLakeException(
              Kind.DATA,
              "Cannot read text as physicalType '"
                  + type
                  + "' of column '"
                  + property.name()
                  + "': use string, int, long, double, decimal(p,s), boolean, date or timestamptz");
    };
  }

  /**
   * Whether the object is a value as {@link #parse} gives it, so that it need not be read from its
   * text.
   */
  public boolean holds(Object value) {
    return switch (physicalType) {
      case "string" -> value instanceof String;
      case "int" -> value instanceof Integer;
      case "long" -> value instanceof Long;
      case "double" -> value instanceof Double;
      case "decimal" ->
          value instanceof BigDecimal number
              && number.scale() == scale
              && number.precision() <= precision;
      case "boolean" -> value instanceof Boolean;
      case "date" -> value instanceof LocalDate;
      default -> value instanceof OffsetDateTime time && time.getOffset().equals(ZoneOffset.UTC);
    };
  }

  /**
   * Reads a text that is not empty.
   *
   * @throws BadValueException when the text is no value of this type; the message says why
   */
  public Object parse(String text) throws BadValueException {
    try {
      return switch (physicalType) {
        case "string" -> text;
        case "int" -> fewDigits(text) ? Integer.parseInt(text) : whole(text).intValueExact();
        case "long" -> fewDigits(text) ? Long.parseLong(text) : whole(text).longValueExact();
        case "double" -> number(text).doubleValue();
        case "decimal" -> decimal(text);
        case "boolean" -> bool(text);
        case "date" -> timeText.day(text);
        default -> timeText.instant(text);
      };
    } catch (ArithmeticException e) {
      throw new BadValueException(shown.of(text) + " does not fit into " + physicalType, e);
    }
  }

  private BigDecimal whole(String text) throws BadValueException {
    BigDecimal number = number(text);
    if (text.indexOf('E') >= 0 || text.indexOf('e') >= 0) {
      throw new BadValueException(
          shown.of(text)
              + " is written with an exponent, as spreadsheets show long numbers, so that digits"
              + " may be lost: send all digits",
          null);
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw new BadValueException(shown.of(text) + " is no whole number", null);
    }
    return number;
  }

  /** Whether it is a whole number that surely fits into an int: most are, and it is told fast. */
  private static boolean fewDigits(String text) {
    if (text.isEmpty() || text.length() > INT_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private BigDecimal number(String text) throws BadValueException {
    if (!fewDigits(text) && !NUMBER.matcher(text).matches()) {
      throw new BadValueException(Refusal.ofNumber(text, shown), null);
    }
    return new BigDecimal(text);
  }

  private BigDecimal decimal(String text) throws BadValueException {
    BigDecimal number = number(text);
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > scale || stripped.precision() - stripped.scale() > precision - scale) {
      throw new BadValueException(
          shown.of(text) + " does not fit into decimal(" + precision + "," + scale + ")", null);
    }
    return stripped.setScale(scale);
  }

  private Boolean bool(String text) throws BadValueException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new BadValueException(
              FullWidth.in(text)
                  ? Refusal.ofNumber(text, shown)
                  : shown.of(text) + " is neither true nor false",
              null);
    };
  }
}
