package org.citylake.core.declaration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a mapping must keep in view of its source and its target. */
final class MappingRules {
  private static final Set<String> FILLED =
      Set.of("source_id", "source_key", "revision", "load_id", "delivery", "line", "known_from");

  /** What the streaming job fills besides: the local day and the district of that day. */
  private static final Set<String> FILLED_BY_STREAM = Set.of("observed_date", "ref_area");

  private final SourceDeclaration source;
  private final SourceMapping mapping;
  private final YamlFile yaml;
  private final Declarations.References references;
  private final Problems problems;

  private MappingRules(
      Loaded<SourceDeclaration> loaded,
      SourceMapping mapping,
      Declarations.References references,
      Problems problems) {
    this.source = loaded.declaration();
    this.mapping = mapping;
    this.yaml = loaded.file(SourceFolder.MAPPING);
    this.references = references;
    this.problems = problems;
  }

  static void check(
      Loaded<SourceDeclaration> loaded,
      SourceMapping mapping,
      Declarations.References references,
      Problems problems) {
    MappingRules rules = new MappingRules(loaded, mapping, references, problems);
    references.table(rules.yaml, "/to", mapping.to());
    Optional<DataContract> target = references.findContract(mapping.to());
    target.ifPresent(rules::target);
    mapping.columns().forEach(rules::assignment);
    rules.variables(target);
  }

  private void target(DataContract target) {
    List<String> columns = target.properties().stream().map(ContractProperty::name).toList();
    mapping.columns().keySet().forEach(c -> targetColumn("/columns/" + c, c, columns));
    for (ContractProperty property : target.properties()) {
      String name = property.name();
      boolean filled =
          FILLED.contains(name) || (source.replayed() && FILLED_BY_STREAM.contains(name));
      if (property.required() && !filled && !assigned(name)) {
        problems.add(
            yaml.problem(
                "/columns",
                "required-unassigned",
                name,
                "The column '" + name + "' of " + mapping.to() + " must be assigned"));
      }
    }
  }

  private boolean assigned(String column) {
    return mapping.columns().containsKey(column)
        || (!mapping.variables().isEmpty()
            && mapping.variables().values().stream().allMatch(v -> v.containsKey(column)));
  }

  private void targetColumn(String place, String column, List<String> columns) {
    if (!columns.contains(column)) {
      problems.add(
          yaml.problem(
              place,
              "unknown-column",
              column,
              mapping.to()
                  + " has no column '"
                  + column
                  + "'"
                  + NearestName.hint(column, columns)));
    } else if (FILLED.contains(column)) {
      problems.add(
          yaml.problem(
              place, "reserved-column", column, "The platform fills this column; leave it out"));
    }
  }

  private void assignment(String column, Assignment assignment) {
    String place = YamlFile.child("/columns", column);
    Set<String> ours = sourceColumns();
    for (String from : assignment.from()) {
      if (!ours.contains(from)) {
        problems.add(
            yaml.problem(
                place + "/from",
                "unknown-column",
                from,
                "The source has no column '" + from + "'" + NearestName.hint(from, ours)));
      }
    }
    if (assignment.codelist().isPresent()) {
      String id = assignment.codelist().get();
      references.codelist(yaml, place + "/codelist", id);
      references
          .findCodelist(id)
          .ifPresent(
              list ->
                  references.column(yaml, place + "/column", list, assignment.codelistColumn()));
    }
  }

  private Set<String> sourceColumns() {
    Set<String> columns = new LinkedHashSet<>();
    source.contract().properties().forEach(p -> columns.add(p.name()));
    source
        .format()
        .unpivot()
        .ifPresent(
            u -> {
              u.columns().forEach(columns::remove);
              columns.add("variable");
              columns.add("value");
            });
    return columns;
  }

  private void variables(Optional<DataContract> target) {
    List<String> wide = source.format().unpivot().map(u -> u.columns()).orElse(List.of());
    for (Map.Entry<String, Map<String, String>> variable : mapping.variables().entrySet()) {
      String place = YamlFile.child("/variables", variable.getKey());
      if (!wide.contains(variable.getKey())) {
        problems.add(
            yaml.problem(
                place,
                "unknown-column",
                variable.getKey(),
                "The format does not unpivot '"
                    + variable.getKey()
                    + "'"
                    + NearestName.hint(variable.getKey(), wide)));
      }
      for (String column : variable.getValue().keySet()) {
        target.ifPresent(
            t ->
                targetColumn(
                    YamlFile.child(place, column),
                    column,
                    t.properties().stream().map(ContractProperty::name).toList()));
        if (mapping.columns().containsKey(column)) {
          problems.add(
              yaml.problem(
                  YamlFile.child(place, column),
                  "assigned-twice",
                  column,
                  "The column is assigned under 'columns' too; keep one"));
        }
      }
    }
    for (String column : wide) {
      if (!mapping.variables().isEmpty() && !mapping.variables().containsKey(column)) {
        problems.add(
            yaml.problem(
                "/variables",
                "variable-missing",
                column,
                "The wide column '" + column + "' has no constants"));
      }
    }
  }
}
