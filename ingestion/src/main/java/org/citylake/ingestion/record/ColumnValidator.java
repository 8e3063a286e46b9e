package org.citylake.ingestion.record;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration.FileFormat;
import org.citylake.ingestion.codelist.CodelistLookup;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.quality.ValueRule;
import org.citylake.ingestion.type.BadValueException;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/** Judges the values of one column and gives them their type. */
final class ColumnValidator {
  private final ContractProperty property;
  private final DeliveredValue delivered;
  private final ShownValue shown;
  private final TextRules textRules;
  private final Optional<Pattern> pattern;
  private final Optional<CodelistLookup> codelist;
  private final List<ValueRule> rules;

  /** The text that was found good last, and its value: neighbouring rows often say the same. */
  private @Nullable String goodText;

  private @Nullable Object goodValue;

  ColumnValidator(
      ContractProperty property, ZoneId zone, FileFormat format, DeclarationLibrary library) {
    this.property = property;
    this.shown = ShownValue.of(property);
    this.delivered = new DeliveredValue(property, zone, format);
    this.textRules = new TextRules(property);
    this.pattern = property.pattern().map(Pattern::compile);
    this.codelist =
        Optional.ofNullable(property.custom().get("codelist"))
            .map(id -> new CodelistLookup(library.loadCodelist(id.toString())));
    this.rules =
        property.quality().stream()
            .map(rule -> ValueRule.of(rule, shown))
            .flatMap(Optional::stream)
            .toList();
  }

  /** The typed value, null when missing or of the wrong type; findings are added to the list. */
  @Nullable Object validate(@Nullable String text, List<Finding> findings) {
    if (text != null && text.equals(goodText)) {
      return goodValue;
    }
    int before = findings.size();
    Object value = judge(text, findings);
    if (findings.size() == before) {
      goodText = text;
      goodValue = value;
    }
    return value;
  }

  private @Nullable Object judge(@Nullable String text, List<Finding> findings) {
    if (text == null) {
      if (property.required() || property.primaryKeyPosition() > 0) {
        findings.add(Finding.error("required", property.physicalName() + " is missing"));
      }
      rules.forEach(r -> r.judge(property.physicalName(), null).ifPresent(findings::add));
      return null;
    }
    if (!textRules.judge(text, findings)) {
      return null;
    }
    Object value;
    try {
      value = delivered.read(text, findings);
    } catch (BadValueException e) {
      findings.add(Finding.error("type", property.physicalName() + ": " + e.reason()));
      return null;
    }
    judgeRange(value, findings);
    if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
      findings.add(
          Finding.error(
              "pattern",
              property.physicalName()
                  + " is "
                  + shown.of(text)
                  + ", which does not match "
                  + pattern.get()));
    }
    if (codelist.isPresent() && codelist.get().find(text).isEmpty()) {
      findings.add(
          Finding.error(
              "codelist", codelist.get().unknown(property.physicalName(), shown.of(text))));
    }
    if (!rules.isEmpty()) {
      String canonical = Objects.requireNonNull(ValueText.of(value));
      rules.forEach(r -> r.judge(property.physicalName(), canonical).ifPresent(findings::add));
    }
    return value;
  }

  private void judgeRange(Object value, List<Finding> findings) {
    if (!(value instanceof Number)
        || (property.minimum().isEmpty() && property.maximum().isEmpty())) {
      return;
    }
    BigDecimal number =
        value instanceof BigDecimal decimal
            ? decimal
            : new BigDecimal(Objects.requireNonNull(ValueText.of(value)));
    boolean low = property.minimum().isPresent() && number.compareTo(property.minimum().get()) < 0;
    boolean high = property.maximum().isPresent() && number.compareTo(property.maximum().get()) > 0;
    if (low || high) {
      findings.add(
          Finding.error(
              "range",
              property.physicalName()
                  + " is "
                  + shown.of(Objects.requireNonNull(ValueText.of(value)))
                  + (property.unit().isEmpty() ? "" : " " + property.unit())
                  + "; possible are "
                  + property.minimum().map(BigDecimal::toPlainString).orElse("any")
                  + " to "
                  + property.maximum().map(BigDecimal::toPlainString).orElse("any")));
    }
  }
}
