package org.citylake.ingestion.generate;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.declaration.DeclarationLibrary;
import org.jspecify.annotations.Nullable;

/**
 * A column made from its contract alone: from its code list, listed values, identifier, pattern,
 * example and range. What it gives is a proposal: whoever writes the row asks the validator.
 */
final class GenericColumn implements ColumnSample {
  private static final double PRESENT = 0.93;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final Pattern SCALE = Pattern.compile("decimal\\(\\d+,(\\d+)\\)");

  private final ContractProperty property;
  private final WrittenValue written;
  private final int moment;
  private final List<String> listed = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();
  private final Optional<String> identifier;
  private final Optional<RgxGen> expression;
  private final boolean always;

  /** The examples that are plain numbers: others carry a mark, as of a value below detection. */
  private final List<Double> numbers;

  /**
   * A column of a source.
   *
   * @param moment its rank among the columns with days and times, from 0
   * @param always whether every row has a value
   */
  GenericColumn(ContractProperty property, DeclarationLibrary library, int moment, boolean always) {
    this.property = property;
    this.written = new WrittenValue(property);
    this.moment = moment;
    this.always = always || property.required() || property.primaryKeyPosition() > 0;
    this.numbers =
        property.examples().stream()
            .filter(e -> NUMBER.matcher(e).matches())
            .map(Double::valueOf)
            .toList();
    property.pattern().map(Pattern::compile).ifPresent(patterns::add);
    Optional<String> named = Optional.empty();
    for (QualityRule rule : property.quality()) {
      if (rule.arguments().get("validValues") instanceof Collection<?> values) {
        values.forEach(v -> listed.add(v.toString()));
      }
      if (rule.metric().equals("invalidValues") && rule.arguments().containsKey("pattern")) {
        patterns.add(Pattern.compile(String.valueOf(rule.arguments().get("pattern"))));
      }
      if (rule.arguments().get("identifier") instanceof String id) {
        named = Optional.of(id);
      }
    }
    this.identifier = named;
    if (property.custom().get("codelist") instanceof String id) {
      Codelist codelist = library.loadCodelist(id);
      String key = codelist.columns().get(0);
      codelist.rows().forEach(row -> listed.add(row.getOrDefault(key, "")));
    }
    this.expression = patterns.isEmpty() ? Optional.empty() : expression(patterns.get(0));
  }

  private static Optional<RgxGen> expression(Pattern pattern) {
    return Optional.of(RgxGen.parse(pattern.pattern()));
  }

  @Override
  public @Nullable String text(SampleRecord record) {
    Draw draw = record.draw().at(property.name(), 0);
    if (!always && !draw.chance("has", PRESENT)) {
      return null;
    }
    return switch (property.type()) {
      case INTEGER, NUMBER -> number(record, draw);
      case BOOLEAN -> draw.chance("true", 0.5) ? "true" : "false";
      case DATE -> written.of(entity(record).moment(moment).toLocalDate());
      case TIMESTAMP -> written.of(entity(record).moment(moment).withNano(0));
      default -> text(record, draw);
    };
  }

  private static GenericEntity entity(SampleRecord record) {
    return record.entity() instanceof GenericEntity generic
        ? generic
        : new GenericEntity(
            record.serial(),
            record.draw(),
            GenericSource.NOWHERE,
            Person.REFERENCE.atTime(23, 59, 59));
  }

  private String text(SampleRecord record, Draw draw) {
    for (String place :
        List.of("district-name", "district-code", "street-code", "street-name", "committee-code")) {
      if (namesPlace(place)) {
        String found = String.valueOf(record.entity().attribute(place));
        if (fits(found) && (listed.isEmpty() || listed.contains(found))) {
          return found;
        }
      }
    }
    if (!listed.isEmpty()) {
      return draw.pick("listed", listed);
    }
    if (identifier.isPresent()) {
      return GenericIdentifier.of(identifier.get(), draw, record.entity());
    }
    return form(record, draw);
  }

  /** Whether the column's name speaks of that attribute of the place. */
  private boolean namesPlace(String attribute) {
    String name = property.name();
    return switch (attribute) {
      case "district-name" -> name.contains("district") && !name.contains("code");
      case "district-code" -> name.contains("district") || name.contains("division");
      case "street-code" -> name.contains("street") && name.contains("code");
      case "street-name" -> name.equals("street") || name.equals("street_name");
      default -> name.contains("committee") || name.contains("neighbourhood");
    };
  }

  private boolean fits(String text) {
    return patterns.stream().allMatch(p -> p.matcher(text).matches());
  }

  /** By the example with its digits drawn anew, else by the pattern. */
  private String form(SampleRecord record, Draw draw) {
    if (property.name().contains("uscc") || property.name().contains("credit_code")) {
      Optional<String> code = GenericIdentifier.creditCode(draw, record.entity(), this::fits);
      if (code.isPresent()) {
        return code.get();
      }
    }
    String like = property.examples().isEmpty() ? "样例0001" : draw.pick("like", property.examples());
    if (GenericGeometry.shape(like)) {
      return GenericGeometry.moved(like, record.draw());
    }
    boolean numbered = patterns.isEmpty() && like.chars().noneMatch(Character::isDigit);
    for (int i = 0; i < 20; i++) {
      String text =
          property.primaryKeyPosition() > 0 && i == 0
              ? counted(like, record.serial())
              : redrawn(numbered ? like + "00" : like, draw.at("try", i));
      if (fits(text)) {
        return text;
      }
    }
    return expression.map(e -> e.generate(new Random(draw.bits("expression")))).orElse(like);
  }

  /** The example with its last digits the running number. */
  private static String counted(String like, long serial) {
    StringBuilder text = new StringBuilder(like);
    long rest = serial;
    for (int i = text.length() - 1; i >= 0 && rest > 0; i--) {
      if (digit(text.charAt(i))) {
        text.setCharAt(i, (char) ('0' + rest % 10));
        rest /= 10;
      }
    }
    return rest > 0 ? text.append(rest).toString() : text.toString();
  }

  private static String redrawn(String like, Draw draw) {
    StringBuilder text = new StringBuilder(like);
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i))) {
        text.setCharAt(i, (char) ('0' + draw.below("digit " + i, 10)));
      }
    }
    return text.toString();
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Within the range and near the example; years are those of the snapshot. */
  private String number(SampleRecord record, Draw draw) {
    if (!listed.isEmpty()) {
      return draw.pick("listed", listed);
    }
    if (property.type() == LogicalType.INTEGER && property.name().contains("year")) {
      return Integer.toString(entity(record).end().getYear() - draw.below("year", 3));
    }
    double like = numbers.isEmpty() ? 50 : draw.pick("like", numbers);
    double value = value(like, record, draw);
    return BigDecimal.valueOf(value).setScale(scale(), RoundingMode.HALF_EVEN).toPlainString();
  }

  private double value(double like, SampleRecord record, Draw draw) {
    String name = property.name();
    if (name.equals("longitude") || name.equals("x")) {
      return GenericGeometry.moved(like, record.draw(), "east");
    }
    if (name.equals("latitude") || name.equals("y")) {
      return GenericGeometry.moved(like, record.draw(), "north");
    }
    double low = Math.min(0.4 * like, 1.6 * like);
    double high = Math.max(0.4 * like, 1.6 * like);
    low = Math.max(low, property.minimum().map(BigDecimal::doubleValue).orElse(low));
    high = Math.min(high, property.maximum().map(BigDecimal::doubleValue).orElse(high));
    return low + (high - low) * draw.unit("value");
  }

  private int scale() {
    Matcher decimal = SCALE.matcher(property.physicalType());
    if (decimal.matches()) {
      return Math.min(4, Integer.parseInt(decimal.group(1)));
    }
    return property.type() == LogicalType.INTEGER ? 0 : 2;
  }
}
