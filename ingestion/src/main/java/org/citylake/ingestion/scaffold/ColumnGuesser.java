package org.citylake.ingestion.scaffold;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citylake.entities.identifier.OfficialIdentifier;
import org.citylake.ingestion.format.FoundColumn;
import org.citylake.ingestion.format.UnitText;

/** Guesses what a column is from its header and values. */
final class ColumnGuesser {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,10})?");
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final List<String> DAYS =
      List.of("yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日");
  private static final List<String> TIMES =
      List.of(
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd HH:mm",
          "yyyy/M/d H:mm:ss",
          "yyyy/M/d H:mm",
          "yyyyMMddHHmmss");

  /** Identifiers whose form alone says much; a taxpayer number is any 15 characters. */
  private static final List<OfficialIdentifier> IDENTIFIERS =
      List.of(
          OfficialIdentifier.RESIDENT_IDENTITY_NUMBER,
          OfficialIdentifier.UNIFIED_SOCIAL_CREDIT_CODE,
          OfficialIdentifier.BUSINESS_REGISTRATION_NUMBER,
          OfficialIdentifier.STATISTICAL_DIVISION_CODE);

  private static final double NEARLY_ALL = 0.9;
  private static final int MOST_CODES = 12;

  private final String header;
  private final List<String> there;
  private final int rows;
  private final List<String> reasons = new ArrayList<>();

  private final String declared;
  private final Optional<String> unit;
  private boolean unitInCells;

  private ColumnGuesser(FoundColumn column, List<String> values, Optional<String> titleUnit) {
    this.header = column.name();
    this.declared = column.type();
    this.there = values.stream().filter(v -> !v.isEmpty()).toList();
    this.rows = values.size();
    this.unit = UnitText.ofHeader(header).or(() -> titleUnit).or(this::unitOfAll);
  }

  /**
   * Guesses a column.
   *
   * @param titleUnit of the table's numbers; empty when its title names none
   */
  static ColumnGuess guess(
      FoundColumn column, String name, List<String> values, Optional<String> titleUnit) {
    return new ColumnGuesser(column, values, titleUnit).guess(name);
  }

  private ColumnGuess guess(String name) {
    boolean text = declared.isEmpty() || declared.equals("string");
    Optional<OfficialIdentifier> identifier = text ? identifier() : Optional.empty();
    Map.Entry<String, Optional<String>> type =
        identifier.isPresent() ? Map.entry("string", Optional.empty()) : type();
    boolean number = type.getKey().equals("int") || type.getKey().startsWith("decimal");
    int distinct = new TreeSet<>(there).size();
    List<String> codes =
        type.getKey().equals("string") && identifier.isEmpty() ? codes(distinct) : List.of();
    Optional<PersonalKind> personal = personal(identifier);
    if (there.size() < rows) {
      reasons.add((rows - there.size()) + " of " + rows + " rows have no value");
    }
    return new ColumnGuess(
        header,
        name,
        type.getKey(),
        type.getValue(),
        there.size() == rows,
        distinct == rows,
        identifier.map(OfficialIdentifier::id),
        codes,
        personal,
        number ? unit : Optional.empty(),
        number && unitInCells,
        reasons);
  }

  private Optional<OfficialIdentifier> identifier() {
    for (OfficialIdentifier candidate : IDENTIFIERS) {
      long right =
          there.stream()
              .filter(v -> v.length() >= 12)
              .filter(v -> candidate.read(v, LocalDate.MAX).right().isPresent())
              .count();
      if (!there.isEmpty() && right >= NEARLY_ALL * there.size()) {
        reasons.add(right + " of " + there.size() + " values are right as " + candidate.id());
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private Map.Entry<String, Optional<String>> type() {
    if (!declared.isEmpty()) {
      reasons.add("the file declares it as " + declared);
      return Map.entry(declared, Optional.empty());
    }
    if (there.isEmpty()) {
      reasons.add("no row has a value: taken for text");
      return Map.entry("string", Optional.empty());
    }
    if (header.equals("geometry")) {
      reasons.add("the geometry as well-known text");
      return Map.entry("string", Optional.empty());
    }
    for (String format : DAYS) {
      if (there.stream().allMatch(v -> plausible(v, format))) {
        reasons.add("all values are days as " + format);
        return Map.entry("date", iso(format, "yyyy-MM-dd"));
      }
    }
    for (String format : DAYS) {
      long days = there.stream().filter(v -> plausible(v, format)).count();
      if (2 * days > there.size() && there.stream().allMatch(v -> written(v, format))) {
        reasons.add(
            (there.size() - days)
                + " of "
                + there.size()
                + " values are written as days as "
                + format
                + " and are none: they will be refused");
        return Map.entry("date", iso(format, "yyyy-MM-dd"));
      }
    }
    for (String format : TIMES) {
      if (there.stream().allMatch(v -> plausible(v, format))) {
        reasons.add("all values are times as " + format);
        return Map.entry("timestamptz", iso(format, "yyyy-MM-dd'T'HH:mm:ss"));
      }
    }
    if (there.stream().allMatch(ColumnGuesser::instant)) {
      reasons.add("all values are times with their offset (ISO 8601)");
      return Map.entry("timestamptz", Optional.empty());
    }
    if (there.stream().allMatch(v -> v.equals("true") || v.equals("false"))) {
      reasons.add("all values are true or false");
      return Map.entry("boolean", Optional.empty());
    }
    return numberOrText(withoutUnit());
  }

  private Map.Entry<String, Optional<String>> numberOrText(List<String> there) {
    // A number that begins with 0 or has many digits is a code.
    boolean whole = there.stream().allMatch(v -> WHOLE.matcher(v).matches());
    if (whole && there.stream().allMatch(v -> v.length() <= 9)) {
      reasons.add("all values are whole numbers");
      return Map.entry("int", Optional.empty());
    }
    if (!whole && there.stream().allMatch(v -> NUMBER.matcher(v).matches())) {
      int scale = there.stream().mapToInt(v -> new BigDecimal(v).scale()).max().orElse(0);
      reasons.add("all values are numbers with at most " + scale + " decimals");
      return Map.entry("decimal(" + (18 + scale) + "," + scale + ")", Optional.empty());
    }
    reasons.add("taken for text");
    return Map.entry("string", Optional.empty());
  }

  /** The unit that every value has behind it. */
  private Optional<String> unitOfAll() {
    Set<String> units =
        there.stream()
            .map(v -> UnitText.ofCell(v).map(UnitText.Quantity::unit).orElse(""))
            .collect(Collectors.toSet());
    return units.size() == 1
        ? units.stream().filter(u -> !u.isEmpty()).findFirst()
        : Optional.empty();
  }

  /**
   * The values without the column's own unit where all are numbers with or without one; those with
   * another unit are left out, as long as they are few.
   */
  private List<String> withoutUnit() {
    List<String> numbers = new ArrayList<>();
    int others = 0;
    boolean named = false;
    for (String value : there) {
      Optional<UnitText.Quantity> quantity = UnitText.ofCell(value);
      if (quantity.isEmpty()) {
        numbers.add(value);
      } else if (quantity.map(UnitText.Quantity::unit).equals(unit)) {
        numbers.add(quantity.get().number());
        named = true;
      } else {
        others++;
      }
    }
    boolean allNumbers = numbers.stream().allMatch(v -> NUMBER.matcher(v).matches());
    if (!allNumbers || 2 * others > there.size()) {
      return there;
    }
    if (named) {
      reasons.add("cells that name the unit " + unit.orElseThrow() + " are read, with a warning");
      unitInCells = true;
    }
    if (others > 0) {
      reasons.add(others + " values have another unit, and will be refused");
    }
    unit.ifPresent(u -> reasons.add("in " + u));
    return numbers;
  }

  private static boolean instant(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<String> iso(String format, String standard) {
    return format.equals(standard) ? Optional.empty() : Optional.of(format);
  }

  /** A day between 1850 and 2150, so that eight digits of a code are rarely taken for one. */
  private static boolean plausible(String value, String format) {
    try {
      int year =
          DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
              .withResolverStyle(ResolverStyle.STRICT)
              .parse(value)
              .get(java.time.temporal.ChronoField.YEAR);
      return year >= 1850 && year <= 2150;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a value looks like a format with signs between its digits, whatever they say. */
  private static boolean written(String value, String format) {
    String shape =
        format
            .replace(".", "\\.")
            .replaceAll("yyyy", "[0-9]{4}")
            .replaceAll("MM|dd|M|d", "[0-9]{1,2}");
    return !format.equals("yyyyMMdd") && value.matches(shape);
  }

  private List<String> codes(int distinct) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    there.forEach(v -> counts.merge(v, 1, Integer::sum));
    boolean few = distinct > 0 && distinct <= MOST_CODES && there.size() >= 5 * distinct;
    if (few && there.stream().allMatch(v -> v.length() <= 20)) {
      reasons.add(distinct + " values that repeat: taken for a closed list, which only warns");
      return List.copyOf(new TreeSet<>(counts.keySet()));
    }
    return List.of();
  }

  private Optional<PersonalKind> personal(Optional<OfficialIdentifier> identifier) {
    Optional<PersonalKind> kind = Optional.empty();
    String name = header.toUpperCase(Locale.ROOT);
    if (identifier.filter(OfficialIdentifier.RESIDENT_IDENTITY_NUMBER::equals).isPresent()
        || header.contains("身份")) {
      kind = Optional.of(PersonalKind.IDENTITY_NUMBER);
    } else if (!there.isEmpty()
        && there.stream().filter(v -> MOBILE.matcher(v).matches()).count()
            >= NEARLY_ALL * there.size()) {
      kind = Optional.of(PersonalKind.MOBILE_PHONE);
    } else if (header.contains("姓名") || name.matches("(.*_)?XM(_.*)?") || header.endsWith("人")) {
      kind = Optional.of(PersonalKind.NAME);
    } else if (header.contains("电话") || header.contains("手机")) {
      kind = Optional.of(PersonalKind.TELEPHONE);
    } else if (header.contains("出生") || name.matches("(.*_)?CSRQ(_.*)?")) {
      kind = Optional.of(PersonalKind.BIRTH);
    } else if (header.contains("住址") || header.contains("居住地") || header.contains("户籍地")) {
      kind = Optional.of(PersonalKind.ADDRESS);
    }
    kind.ifPresent(k -> reasons.add(k.reason()));
    return kind;
  }
}
