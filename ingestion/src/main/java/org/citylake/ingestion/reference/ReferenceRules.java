package org.citylake.ingestion.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.ingestion.quality.Finding;
import org.citylake.ingestion.type.ShownValue;
import org.citylake.ingestion.type.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * The relationships of a contract: a value must be a key of the source that it refers to; a missing
 * one refers to nothing. The keys are read once. A rule whose source was never loaded refuses
 * nothing and says so, under its name with {@value #UNCHECKED} behind.
 */
public final class ReferenceRules {
  /** Behind the name of a rule that could not be asked. */
  public static final String UNCHECKED = "-unchecked";

  private record Reference(
      ContractProperty column, QualityRule rule, String source, Optional<Set<String>> keys) {}

  private final List<Reference> references;

  private ReferenceRules(List<Reference> references) {
    this.references = references;
  }

  /** The rules of a contract, held against those keys. */
  public static ReferenceRules of(DataContract contract, ReferencedKeys keys) {
    List<Reference> references = new ArrayList<>();
    for (ContractProperty column : contract.properties()) {
      for (QualityRule rule : column.quality()) {
        if (rule.metric().equals(QualityRule.FOREIGN_KEY)) {
          String source = String.valueOf(rule.arguments().get(QualityRule.SOURCE));
          String key = String.valueOf(rule.arguments().get(QualityRule.COLUMN));
          references.add(new Reference(column, rule, source, keys.find(source, key)));
        }
      }
    }
    return new ReferenceRules(List.copyOf(references));
  }

  /** Judges a row: column to typed value, null for a missing one. */
  public List<Finding> judge(Map<String, ? extends @Nullable Object> values) {
    List<Finding> findings = new ArrayList<>();
    for (Reference reference : references) {
      String text = ValueText.of(values.get(reference.column().name()));
      if (text != null && reference.keys().filter(keys -> !keys.contains(text)).isPresent()) {
        findings.add(
            new Finding(
                reference.rule().id(),
                reference.column().physicalName()
                    + " is "
                    + ShownValue.of(reference.column()).of(text)
                    + ", which "
                    + reference.source()
                    + " does not have: correct it, or have "
                    + reference.source()
                    + " delivered first",
                reference.rule().severity()));
      }
    }
    return findings;
  }

  /** A warning for each rule that could not be asked. */
  public List<Finding> unchecked() {
    return references.stream()
        .filter(reference -> reference.keys().isEmpty())
        .map(
            reference ->
                new Finding(
                    reference.rule().id() + UNCHECKED,
                    "nothing of "
                        + reference.source()
                        + " was loaded yet, so that "
                        + reference.column().physicalName()
                        + " could not be held against it: load it first",
                    Severity.WARN))
        .toList();
  }
}
