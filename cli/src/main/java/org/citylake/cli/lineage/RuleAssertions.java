package org.citylake.cli.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DataQualityAssertionsDatasetFacet;
import io.openlineage.client.OpenLineage.DataQualityAssertionsDatasetFacetAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.QualityRule;
import org.citylake.core.contract.QualityRule.Severity;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.load.LoadResult;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a contract found in a load: each declared rule with the number of records that
 * broke it, and of the rules that hold for every source those that were broken. Counts alone; no
 * value of a record.
 */
record RuleAssertions(OpenLineage facets) {
  DataQualityAssertionsDatasetFacet of(SourceDeclaration source, LoadResult result) {
    Map<String, Long> broken = new TreeMap<>(result.reasons());
    result.warnings().forEach((rule, n) -> broken.merge(rule, n, Long::sum));
    List<DataQualityAssertionsDatasetFacetAssertions> all = new ArrayList<>();
    for (QualityRule rule : source.contract().quality()) {
      all.add(declared(rule, null, broken));
    }
    for (ContractProperty property : source.contract().properties()) {
      for (QualityRule rule : property.quality()) {
        all.add(declared(rule, property.name(), broken));
      }
    }
    List<String> told =
        all.stream().map(DataQualityAssertionsDatasetFacetAssertions::getAssertion).toList();
    broken.forEach(
        (rule, n) -> {
          if (!told.contains(rule)) {
            Severity severity = result.reasons().containsKey(rule) ? Severity.ERROR : Severity.WARN;
            all.add(assertion(rule, null, severity, null, n));
          }
        });
    return facets.newDataQualityAssertionsDatasetFacet(all);
  }

  private DataQualityAssertionsDatasetFacetAssertions declared(
      QualityRule rule, @Nullable String column, Map<String, Long> broken) {
    return assertion(
        rule.id(),
        column,
        rule.severity(),
        rule.description().isEmpty() ? null : rule.description(),
        broken.getOrDefault(rule.id(), 0L));
  }

  private DataQualityAssertionsDatasetFacetAssertions assertion(
      String rule,
      @Nullable String column,
      Severity severity,
      @Nullable String description,
      long broken) {
    return facets
        .newDataQualityAssertionsDatasetFacetAssertionsBuilder()
        .assertion(rule)
        .column(column)
        .success(broken == 0)
        .severity(severity == Severity.WARN ? "warn" : "error")
        .name(rule)
        .description(description)
        .expected("0 records break it")
        .actual(String.format(Locale.ROOT, "%d", broken))
        .build();
  }
}
