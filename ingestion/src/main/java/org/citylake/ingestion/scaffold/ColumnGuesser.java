package org.citylake.ingestion.scaffold;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.citylake.entities.identifier.OfficialIdentifier;

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

  private ColumnGuesser(String header, List<String> values) {
    this.header = header;
    this.there = values.stream().filter(v -> !v.isEmpty()).toList();
    this.rows = values.size();
  }

  static ColumnGuess guess(String header, String name, List<String> values) {
    return new ColumnGuesser(header, values).guess(name);
  }

  private ColumnGuess guess(String name) {
    Optional<OfficialIdentifier> identifier = identifier();
    Map.Entry<String, Optional<String>> type =
        identifier.isPresent() ? Map.entry("string", Optional.empty()) : type();
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
    if (there.isEmpty()) {
      reasons.add("no row has a value: taken for text");
      return Map.entry("string", Optional.empty());
    }
    for (String format : DAYS) {
      if (there.stream().allMatch(v -> plausible(v, format))) {
        reasons.add("all values are days as " + format);
        return Map.entry("date", iso(format, "yyyy-MM-dd"));
      }
    }
    for (String format : TIMES) {
      if (there.stream().allMatch(v -> plausible(v, format))) {
        reasons.add("all values are times as " + format);
        return Map.entry("timestamptz", iso(format, "yyyy-MM-dd'T'HH:mm:ss"));
      }
    }
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
    kind.ifPresent(
        k -> reasons.add("seems to be personal data: " + k.name().toLowerCase(Locale.ROOT)));
    return kind;
  }
}
