package org.citylake.core.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a table must keep in view of other declarations. */
final class TableRules {
  private static final Set<String> NAMESPACES =
      Set.of("raw", "vault", "city", "live", "metric", "audit");

  private TableRules() {}

  static void check(
      Loaded<TableDeclaration> loaded, Declarations.References references, Problems problems) {
    TableDeclaration table = loaded.declaration();
    YamlFile yaml = loaded.marker();
    if (!NAMESPACES.contains(table.namespace())) {
      problems.add(
          yaml.problem(
              "/id",
              "unknown-namespace",
              table.namespace(),
              "Namespaces are raw, vault, city, metric and audit"));
    }
    ContractReferences.check(table.contract(), yaml, references);
    derivedFrom(table, yaml, references, problems);
    MergeRules.check(loaded, references, problems);
    if (table.query().isPresent()) {
      SqlRules.check(
          new SqlFile(table.query().get()),
          loaded.folder().shown("query.sql"),
          table.inputs(),
          references::isRelation,
          problems);
    }
  }

  private static void derivedFrom(
      TableDeclaration table,
      YamlFile yaml,
      Declarations.References references,
      Problems problems) {
    if (!(table.contract().custom().get("derivedFrom") instanceof List<?> entries)) {
      return;
    }
    List<String> ours = names(table.contract().properties());
    String place = "/schema/0/customProperties";
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> keys) || !(keys.get("on") instanceof Map<?, ?> on)) {
        continue; // The schema has reported it.
      }
      String name = String.valueOf(keys.get("table"));
      references.table(yaml, place, name);
      Map<Object, Object> pairs = new LinkedHashMap<>(on);
      if (keys.get("withinYear") instanceof Map<?, ?> within) {
        pairs.putAll(within);
      }
      for (Map.Entry<?, ?> pair : pairs.entrySet()) {
        String their = String.valueOf(pair.getKey());
        references
            .findContract(name)
            .ifPresent(c -> column(yaml, place, name, names(c.properties()), their, problems));
        column(yaml, place, table.fullName(), ours, String.valueOf(pair.getValue()), problems);
      }
    }
  }

  private static List<String> names(List<ContractProperty> properties) {
    return properties.stream().map(ContractProperty::name).toList();
  }

  private static void column(
      YamlFile yaml,
      String place,
      String table,
      List<String> columns,
      String column,
      Problems problems) {
    if (!columns.contains(column)) {
      problems.add(
          yaml.problem(
              place,
              "unknown-column",
              column,
              "'derivedFrom' names the column '"
                  + column
                  + "', which "
                  + table
                  + " does not have"
                  + NearestName.hint(column, columns)));
    }
  }
}
