package org.citylake.ingestion.quality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citylake.core.contract.QualityRule;
import org.citylake.entities.identifier.OfficialIdentifier;
import org.citylake.ingestion.type.ShownValue;
import org.jspecify.annotations.Nullable;

/**
 * A quality rule of ODCS that judges one value: {@code nullValues} and {@code missingValues} (a
 * value must be there; {@code arguments.missingValues} lists further texts that mean none) and
 * {@code invalidValues} ({@code arguments.validValues} lists the valid ones, {@code
 * arguments.pattern} is a regular expression over the whole text, {@code arguments.identifier}
 * names an {@link OfficialIdentifier} that it must be, {@code arguments.notAfter} the last day of a
 * birth). What is found in an identifier shows the value masked.
 */
public final class ValueRule {
  private final QualityRule rule;
  private final ShownValue shown;
  private final Set<String> listed = new LinkedHashSet<>();
  private final Optional<Pattern> pattern;
  private final Optional<OfficialIdentifier> identifier;
  private final LocalDate notAfter;

  private ValueRule(QualityRule rule, ShownValue shown) {
    this.rule = rule;
    this.shown = shown;
    String argument = rule.metric().equals("invalidValues") ? "validValues" : "missingValues";
    if (rule.arguments().get(argument) instanceof Collection<?> values) {
      values.forEach(v -> listed.add(String.valueOf(v)));
    }
    this.pattern =
        Optional.ofNullable(rule.arguments().get("pattern"))
            .map(p -> Pattern.compile(p.toString()));
    this.identifier =
        Optional.ofNullable(rule.arguments().get("identifier")).map(i -> identifier(i.toString()));
    this.notAfter =
        Optional.ofNullable(rule.arguments().get("notAfter"))
            .map(d -> LocalDate.parse(d.toString()))
            .orElse(LocalDate.MAX);
  }

  private static OfficialIdentifier identifier(String id) {
    return OfficialIdentifier.find(id)
        .orElseThrow(() -> new IllegalArgumentException("No identifier is named '" + id + "'"));
  }

  /** The rule as a judge of values, shown in that way; empty for metrics over many rows. */
  public static Optional<ValueRule> of(QualityRule rule, ShownValue shown) {
    return switch (rule.metric()) {
      case "nullValues", "missingValues", "invalidValues" ->
          Optional.of(new ValueRule(rule, shown));
      default -> Optional.empty();
    };
  }

  /**
   * Judges a value's text.
   *
   * @param column the agency's column header, for the message
   * @param text the value, null when missing
   */
  public Optional<Finding> judge(String column, @Nullable String text) {
    if (!rule.metric().equals("invalidValues")) {
      return text == null || listed.contains(text)
          ? finding(column + " is missing")
          : Optional.empty();
    }
    if (text == null) {
      return Optional.empty();
    }
    if (identifier.isPresent()) {
      return identifier
          .get()
          .read(text, notAfter)
          .wrong()
          .flatMap(w -> finding(column + " (" + w.reason().id() + "): " + w.message()));
    }
    if (!listed.isEmpty() && !listed.contains(text)) {
      return finding(column + " is " + shown.of(text) + ", which is not one of " + listed);
    }
    if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
      return finding(column + " is " + shown.of(text) + ", which does not match " + pattern.get());
    }
    return Optional.empty();
  }

  private Optional<Finding> finding(String message) {
    return Optional.of(new Finding(rule.id(), message, rule.severity()));
  }
}
