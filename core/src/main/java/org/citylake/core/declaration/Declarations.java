package org.citylake.core.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/**
 * All declarations with their files, for the rules that look from one to another.
 *
 * @param folders every folder found, also those that could not be read: what refers to one of these
 *     is not to blame
 */
record Declarations(
    List<DeclarationFolder> folders,
    List<Loaded<SourceDeclaration>> sources,
    List<Loaded<TableDeclaration>> tables,
    List<Loaded<IndicatorDeclaration>> indicators,
    List<Loaded<EditionDeclaration>> editions,
    List<Loaded<ExportDeclaration>> exports,
    List<Loaded<PageDeclaration>> pages,
    List<Loaded<MapDeclaration>> maps,
    List<Loaded<GroupDeclaration>> groups,
    List<Loaded<Codelist>> codelists,
    List<Loaded<SystemDeclaration>> systems,
    List<Loaded<WarningDeclaration>> warnings,
    List<Loaded<ViewDeclaration>> views,
    List<Loaded<AlertDeclaration>> alerts,
    List<Loaded<CreditModelDeclaration>> creditModels) {
  static final String UNIT_LIST = "unit_measure";

  void check(Problems problems) {
    References references = new References(problems);
    sources.forEach(s -> SourceRules.check(s, references, problems));
    tables.forEach(t -> TableRules.check(t, references, problems));
    indicators.forEach(i -> IndicatorRules.check(i, references, problems));
    editions.forEach(e -> EditionRules.check(e, references, problems));
    exports.forEach(e -> ExportRules.check(e, references, problems));
    pages.forEach(p -> PageRules.check(p, references));
    MapRules.oneForAnArea(maps, problems);
    groups.forEach(g -> GroupRules.check(g, references, problems));
    systems.forEach(s -> SystemRules.check(s, references, problems));
    warnings.forEach(w -> WarningRules.check(w, references));
    views.forEach(v -> ViewRules.check(v, references, problems));
    alerts.forEach(a -> AlertRules.check(a, references));
  }

  /** Looks names up and reports those that nothing bears. */
  final class References {
    private final Problems problems;
    private final Set<String> tableNames = names(DeclarationKind.TABLE);
    private final Set<String> sourceNames = names(DeclarationKind.SOURCE);
    private final Set<String> codelistNames = names(DeclarationKind.CODELIST);
    private final Set<String> indicatorNames = names(DeclarationKind.INDICATOR);
    private final Set<String> viewNames = names(DeclarationKind.VIEW);
    private final Set<String> editionNames = names(DeclarationKind.EDITION);
    private final Map<String, DataContract> contracts = new HashMap<>();
    private final Map<String, DataContract> sourceContracts = new HashMap<>();
    private final Map<String, Codelist> lists = new HashMap<>();

    private References(Problems problems) {
      this.problems = problems;
      sourceNames.forEach(s -> tableNames.add("raw." + s));
      tables.forEach(t -> contracts.put(t.declaration().fullName(), t.declaration().contract()));
      sources.forEach(s -> sourceContracts.put(s.declaration().id(), s.declaration().contract()));
      codelists.forEach(c -> lists.put(c.declaration().id(), c.declaration()));
    }

    private Set<String> names(DeclarationKind kind) {
      return folders.stream()
          .filter(f -> f.kind() == kind)
          .map(DeclarationFolder::id)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Refuses a table that is neither declared nor the raw table of a source. */
    void table(YamlFile yaml, String place, String name) {
      exists(yaml, place, "unknown-table", name, tableNames, "There is no table '");
    }

    void view(YamlFile yaml, String place, String id) {
      exists(yaml, place, "unknown-view", id, viewNames, "There is no view '");
    }

    void indicator(YamlFile yaml, String place, String code) {
      exists(yaml, place, "unknown-indicator", code, indicatorNames, "There is no indicator '");
    }

    void edition(YamlFile yaml, String place, String id) {
      exists(yaml, place, "unknown-edition", id, editionNames, "There is no index edition '");
    }

    void codelist(YamlFile yaml, String place, String id) {
      exists(yaml, place, "unknown-codelist", id, codelistNames, "There is no code list '");
    }

    void source(YamlFile yaml, String place, String id) {
      exists(yaml, place, "unknown-source", id, sourceNames, "There is no source '");
    }

    /** Refuses a column that the source's contract does not have. */
    void column(YamlFile yaml, String place, DataContract contract, String column) {
      exists(
          yaml,
          place,
          "unknown-column",
          column,
          contract.properties().stream().map(ContractProperty::name).toList(),
          "The contract '" + contract.id() + "' has no column '");
    }

    /** Refuses a text that no row of the code list has in that column. */
    void code(YamlFile yaml, String place, String rule, String listId, String column, String code) {
      if (!codelistNames.contains(listId)) {
        codelist(yaml, place, listId);
        return;
      }
      findCodelist(listId)
          .ifPresent(
              list ->
                  exists(
                      yaml,
                      place,
                      rule,
                      code,
                      list.rows().stream().map(r -> r.getOrDefault(column, "")).toList(),
                      "The code list " + listId + " has no " + column + " '"));
    }

    void column(YamlFile yaml, String place, Codelist list, String column) {
      exists(
          yaml,
          place,
          "unknown-column",
          column,
          list.columns(),
          "The code list '" + list.id() + "' has no column '");
    }

    /** Refuses a unit that the list unit_measure does not have. */
    void unit(YamlFile yaml, String place, String unit) {
      if (!codelistNames.contains(UNIT_LIST)) {
        codelist(yaml, place, UNIT_LIST);
        return;
      }
      findCodelist(UNIT_LIST)
          .ifPresent(
              list ->
                  exists(
                      yaml,
                      place,
                      "unknown-unit",
                      unit,
                      list.rows().stream().map(r -> r.get(list.columns().get(0))).toList(),
                      "The code list unit_measure has no unit '"));
    }

    /** Whether SQL finds rows under the name: of a table, or of a code list. */
    boolean isRelation(String name) {
      return tableNames.contains(name)
          || (name.startsWith(TableDeclaration.CODELIST)
              && codelistNames.contains(name.substring(TableDeclaration.CODELIST.length())));
    }

    /** Whether it is what views alone find rows under: another view, or the indicators. */
    boolean isOfViews(String name) {
      return name.equals(ViewDeclaration.INDICATORS)
          || (name.startsWith(ViewDeclaration.PREFIX)
              && viewNames.contains(name.substring(ViewDeclaration.PREFIX.length())));
    }

    Optional<ViewDeclaration> findView(String id) {
      return views.stream().map(Loaded::declaration).filter(v -> v.id().equals(id)).findFirst();
    }

    boolean isIndicator(String code) {
      return indicatorNames.contains(code);
    }

    Optional<IndicatorDeclaration> findIndicator(String code) {
      return indicators.stream()
          .map(Loaded::declaration)
          .filter(i -> i.code().equals(code))
          .findFirst();
    }

    Optional<DataContract> findContract(String table) {
      return Optional.ofNullable(contracts.get(table));
    }

    Optional<DataContract> findSourceContract(String source) {
      return Optional.ofNullable(sourceContracts.get(source));
    }

    Optional<Codelist> findCodelist(String id) {
      return Optional.ofNullable(lists.get(id));
    }

    private void exists(
        YamlFile yaml,
        String place,
        String rule,
        String name,
        java.util.Collection<String> names,
        String message) {
      if (!names.contains(name)) {
        problems.add(
            yaml.problem(place, rule, name, message + name + "'" + NearestName.hint(name, names)));
      }
    }
  }
}
