package org.citylake.ingestion.quality;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.RowExpression;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * A rule over several columns of a row: what {@code require} says must be so, where {@code when}
 * says so. It holds where a column that it needs is missing. Not safe for several threads.
 */
public final class RowRule {
  private final QualityRule rule;
  private final DataContract contract;
  private final RowExpression require;
  private final Optional<RowExpression> when;

  private RowRule(QualityRule rule, DataContract contract) {
    this.rule = rule;
    this.contract = contract;
    this.require = RowExpression.of(String.valueOf(rule.arguments().get("require")));
    this.when =
        Optional.ofNullable(rule.arguments().get("when"))
            .map(text -> RowExpression.of(text.toString()));
  }

  /** The rule as a judge of rows; empty for rules that are none of a row. */
  public static Optional<RowRule> of(QualityRule rule, DataContract contract) {
    return rule.metric().equals(QualityRule.CUSTOM)
        ? Optional.of(new RowRule(rule, contract))
        : Optional.empty();
  }

  /** Judges a row: column to typed value, null for a missing one. */
  public Optional<Finding> judge(Map<String, ? extends @Nullable Object> values) {
    try {
      if (when.isPresent() && !when.get().holds(values).orElse(false)) {
        return Optional.empty();
      }
      return require.holds(values).orElse(true)
          ? Optional.empty()
          : Optional.of(finding(values, ""));
    } catch (IllegalArgumentException e) {
      // The expression's own message may repeat a value.
      return Optional.of(finding(values, "; the values cannot be judged by it"));
    }
  }

  private Finding finding(Map<String, ? extends @Nullable Object> values, String more) {
    TreeSet<String> columns = new TreeSet<>(require.columns());
    when.ifPresent(w -> columns.addAll(w.columns()));
    String shown =
        columns.stream()
            .flatMap(name -> contract.findProperty(name).stream())
            .map(
                property -> {
                  String text = ValueText.of(values.get(property.name()));
                  return property.physicalName()
                      + (text == null
                          ? " is missing"
                          : " is " + ShownValue.of(property).of(Objects.requireNonNull(text)));
                })
            .collect(Collectors.joining(", "));
    String meaning =
        rule.description().isEmpty()
            ? String.valueOf(rule.arguments().get("require"))
            : rule.description();
    return new Finding(rule.id(), meaning + ": " + shown + more, rule.severity());
  }
}
