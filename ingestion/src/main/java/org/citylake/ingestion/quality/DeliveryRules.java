package org.citylake.ingestion.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.ingestion.key.HashIndex;
import org.citylake.ingestion.key.TextHash;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The quality rules that need a whole delivery: {@code duplicateValues} (a value of the column, or
 * the values of {@code arguments.properties}, occur once) and {@code rowCount} ({@code mustBe...}
 * operators in the arguments, over the records that arrived, and {@code withinPercentOfUsual},
 * their distance from the median of the source's last loads, once there are three). Holds a hash of
 * every value of the columns that carry a duplicateValues rule.
 */
public final class DeliveryRules {
  private record Unique(QualityRule rule, List<String> columns) {}

  private final List<Unique> uniques = new ArrayList<>();
  private final Optional<UsualVolume> usual;
  private final List<QualityRule> counts = new ArrayList<>();
  private final Map<String, HashIndex> seen = new HashMap<>();
  private long rows;

  /**
   * The rules of the contract, nothing seen yet.
   *
   * @param volumesBefore records that arrived with each of the source's last loads
   */
  public DeliveryRules(DataContract contract, List<Long> volumesBefore) {
    this.usual = UsualVolume.of(volumesBefore);
    contract.quality().forEach(r -> add(r, columns(r)));
    for (ContractProperty property : contract.properties()) {
      property.quality().forEach(r -> add(r, List.of(property.name())));
    }
  }

  private void add(QualityRule rule, List<String> columns) {
    if (rule.metric().equals("duplicateValues")) {
      uniques.add(new Unique(rule, columns));
    } else if (rule.metric().equals("rowCount")) {
      counts.add(rule);
    }
  }

  private static List<String> columns(QualityRule rule) {
    return rule.arguments().get("properties") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Takes in the next record of the delivery and says which of its values came before. */
  public List<Finding> see(Map<String, ? extends @Nullable Object> values) {
    rows++;
    List<Finding> found = new ArrayList<>();
    for (Unique unique : uniques) {
      StringBuilder key = new StringBuilder();
      unique.columns().forEach(c -> key.append(ValueText.of(values.get(c))).append('\u001F'));
      HashIndex before = seen.computeIfAbsent(unique.rule().id(), id -> new HashIndex());
      int known = before.size();
      if (before.add(TextHash.of(key.toString())) < known) {
        found.add(
            new Finding(
                unique.rule().id(),
                "the value of " + unique.columns() + " stands on an earlier line too",
                unique.rule().severity()));
      }
    }
    return found;
  }

  /** Judges the number of records once all were seen. ERROR of a count means STOP. */
  public List<Finding> finish() {
    List<Finding> found = new ArrayList<>();
    for (QualityRule rule : counts) {
      for (Map.Entry<String, Object> operator : rule.arguments().entrySet()) {
        violation(operator.getKey(), operator.getValue())
            .ifPresent(
                message ->
                    found.add(
                        new Finding(
                            rule.id(),
                            message,
                            rule.severity() == Severity.WARN ? Severity.WARN : Severity.STOP)));
      }
    }
    return found;
  }

  private Optional<String> violation(String operator, Object argument) {
    if (!(argument instanceof Number)) {
      return Optional.empty();
    }
    if (operator.equals("withinPercentOfUsual")) {
      return usual.flatMap(u -> u.drift(rows, new BigDecimal(argument.toString())));
    }
    int sign = BigDecimal.valueOf(rows).compareTo(new BigDecimal(argument.toString()));
    boolean holds =
        switch (operator) {
          case "mustBe" -> sign == 0;
          case "mustNotBe" -> sign != 0;
          case "mustBeGreaterThan" -> sign > 0;
          case "mustBeGreaterOrEqualTo" -> sign >= 0;
          case "mustBeLessThan" -> sign < 0;
          case "mustBeLessOrEqualTo" -> sign <= 0;
          default -> true;
        };
    return holds
        ? Optional.empty()
        : Optional.of(rows + " records arrived, and rowCount " + operator + " " + argument);
  }
}
