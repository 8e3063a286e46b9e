package org.citylake.core.declaration;

import java.util.List;
import java.util.Optional;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** Checks the references from a source's columns to the keys of other sources. */
final class ForeignKeyRules {
  private final Loaded<SourceDeclaration> loaded;
  private final Declarations.References references;
  private final Problems problems;

  private ForeignKeyRules(
      Loaded<SourceDeclaration> loaded, Declarations.References references, Problems problems) {
    this.loaded = loaded;
    this.references = references;
    this.problems = problems;
  }

  static void check(
      Loaded<SourceDeclaration> loaded, Declarations.References references, Problems problems) {
    ForeignKeyRules rules = new ForeignKeyRules(loaded, references, problems);
    List<ContractProperty> properties = loaded.declaration().contract().properties();
    for (int i = 0; i < properties.size(); i++) {
      ContractProperty property = properties.get(i);
      String place = "/schema/0/properties/" + i + "/relationships";
      property.quality().stream()
          .filter(rule -> rule.metric().equals(QualityRule.FOREIGN_KEY))
          .forEach(rule -> rules.check(property, rule, place));
    }
  }

  private void check(ContractProperty property, QualityRule rule, String place) {
    String source = String.valueOf(rule.arguments().get(QualityRule.SOURCE));
    String column = String.valueOf(rule.arguments().get(QualityRule.COLUMN));
    String to = source + "." + column;
    YamlFile yaml = loaded.marker();
    boolean streamed = loaded.declaration().stream().isPresent();
    if (streamed
        && (loaded.declaration().replayed() || rule.severity() != QualityRule.Severity.WARN)) {
      report(
          place,
          to,
          "A streamed source cannot ask another table for each event; leave it out, or of a live source let it warn the loads in batch");
    }
    if (source.equals(loaded.declaration().id())) {
      report(place, to, "A delivery is not held against its own table; leave it out");
    }
    references.source(yaml, place, source);
    Optional<DataContract> target = references.findSourceContract(source);
    if (target.isEmpty()) {
      return;
    }
    references.column(yaml, place, target.get(), column);
    target.get().findProperty(column).ifPresent(key -> key(property, key, target.get(), place, to));
  }

  private void key(
      ContractProperty property,
      ContractProperty key,
      DataContract target,
      String place,
      String to) {
    if (!target.primaryKey().equals(List.of(key))) {
      report(place, to, "It must be the whole business key of its source; name that one");
    }
    if (property.personal() || key.personal()) {
      report(place, to, "Personal values stand in the vault and are not compared; leave it out");
    }
    if (!property.physicalType().equals(key.physicalType())) {
      report(
          place,
          to,
          "The column is of type "
              + property.physicalType()
              + " and the key of type "
              + key.physicalType()
              + "; give both one");
    }
  }

  private void report(String place, String value, String message) {
    problems.add(loaded.marker().problem(place, "relationship", value, message));
  }
}
