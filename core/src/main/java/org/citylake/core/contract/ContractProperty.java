package org.citylake.core.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * One column of a contract.
 *
 * @param name the column's name in the lakehouse, lower_snake
 * @param physicalName the agency's own column header; equal to name in table contracts
 * @param fieldId Iceberg field id, never reused; from 1
 * @param type logical type
 * @param physicalType Iceberg type as written in its spec, such as {@code decimal(38,10)}
 * @param required whether a value must be there
 * @param primaryKeyPosition 1-based place in the business key, 0 when not part of it
 * @param nameZh Chinese name
 * @param description meaning, with unit where there is one
 * @param classification general-1 .. general-4, important, core; with -personal or -sensitive
 *     behind
 * @param unit unit code of unit_measure, empty when without
 * @param examples example values as written
 * @param minimum least allowed value, inclusive
 * @param maximum greatest allowed value, inclusive
 * @param minimumLength fewest characters of a text
 * @param maximumLength most characters of a text; {@link #LONGEST_TEXT} when not given
 * @param pattern regular expression over the whole text
 * @param format date or timestamp format as ODCS writes it
 * @param quality rules of this column
 * @param custom CityLake's own keys
 */
public record ContractProperty(
    String name,
    String physicalName,
    int fieldId,
    LogicalType type,
    String physicalType,
    boolean required,
    int primaryKeyPosition,
    String nameZh,
    String description,
    String classification,
    String unit,
    List<String> examples,
    Optional<java.math.BigDecimal> minimum,
    Optional<java.math.BigDecimal> maximum,
    Optional<Integer> minimumLength,
    Optional<Integer> maximumLength,
    Optional<String> pattern,
    Optional<String> format,
    List<QualityRule> quality,
    Map<String, Object> custom) {
  /** Most characters of a delivered value unless its contract says otherwise. */
  public static final int LONGEST_TEXT = 4_000;

  public ContractProperty {
    examples = List.copyOf(examples);
    quality = List.copyOf(quality);
    custom = OrderedMap.copyOf(custom);
  }

  /** Whether its values are personal data: they stand in the vault, elsewhere are tokens. */
  public boolean personal() {
    return classification.endsWith("-personal") || sensitive();
  }

  /** Whether its values are sensitive personal data. */
  public boolean sensitive() {
    return classification.endsWith("-sensitive");
  }

  /** The formats of days or instants, in the order in which they are tried; empty for ISO 8601. */
  public List<String> formats() {
    return custom.get("formats") instanceof List<?> names
        ? names.stream().map(Object::toString).toList()
        : format().stream().toList();
  }

  /** Whether 24:00 is the next day's first moment. */
  public boolean endOfDay() {
    return Boolean.TRUE.equals(custom.get("endOfDay"));
  }

  /**
   * What may stand before or behind a number, and what it says of it: {@code L: below-detection}.
   */
  public Map<String, String> qualifiers() {
    Map<String, String> qualifiers = new LinkedHashMap<>();
    if (custom.get("qualifiers") instanceof Map<?, ?> given) {
      given.forEach((mark, meaning) -> qualifiers.put(mark.toString(), meaning.toString()));
    }
    return qualifiers;
  }

  /**
   * The domain of its tokens: columns of one domain have equal tokens for equal values. Without one
   * tokens tell only whether a record's value changed.
   */
  public Optional<String> token() {
    return Optional.ofNullable(custom.get("token")).map(Object::toString);
  }
}
