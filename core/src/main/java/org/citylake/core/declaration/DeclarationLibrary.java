package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.problem.NearestName;

/**
 * All declarations of a city: the shipped ones, with those of the user's city directory over them.
 * Lists are ordered by id.
 *
 * @param roots the folders read, shipped first
 * @param overridden ids of shipped declarations that the city directory replaces, {@code kind id}
 */
public record DeclarationLibrary(
    List<Path> roots,
    List<SourceDeclaration> sources,
    List<TableDeclaration> tables,
    List<IndicatorDeclaration> indicators,
    List<EditionDeclaration> editions,
    List<ExportDeclaration> exports,
    List<PageDeclaration> pages,
    List<MapDeclaration> maps,
    List<GroupDeclaration> groups,
    List<Codelist> codelists,
    List<SystemDeclaration> systems,
    List<WarningDeclaration> warnings,
    List<ViewDeclaration> views,
    List<AlertDeclaration> alerts,
    List<CreditModelDeclaration> creditModels,
    List<String> overridden) {
  public DeclarationLibrary {
    roots = List.copyOf(roots);
    sources = List.copyOf(sources);
    tables = List.copyOf(tables);
    indicators = List.copyOf(indicators);
    editions = List.copyOf(editions);
    exports = List.copyOf(exports);
    pages = List.copyOf(pages);
    maps = List.copyOf(maps);
    groups = List.copyOf(groups);
    codelists = List.copyOf(codelists);
    systems = List.copyOf(systems);
    warnings = List.copyOf(warnings);
    views = List.copyOf(views);
    alerts = List.copyOf(alerts);
    creditModels = List.copyOf(creditModels);
    overridden = List.copyOf(overridden);
  }

  /** The source of that id, if there is one. */
  public Optional<SourceDeclaration> findSource(String id) {
    return sources.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /**
   * The source of that id.
   *
   * @throws CityLakeException of kind USER when there is none; it names the nearest
   */
  public SourceDeclaration requireSource(String id) {
    return findSource(id)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.USER,
                    "There is no source '"
                        + id
                        + "'"
                        + NearestName.hint(id, sources.stream().map(SourceDeclaration::id).toList())
                        + "\n./citylake sources lists them all"));
  }

  /** The table of that full name, if there is one. */
  public Optional<TableDeclaration> findTable(String fullName) {
    return tables.stream().filter(t -> t.fullName().equals(fullName)).findFirst();
  }

  /** The indicator of that code, if there is one. */
  public Optional<IndicatorDeclaration> findIndicator(String code) {
    return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /** The view of that id, if there is one. */
  public Optional<ViewDeclaration> findView(String id) {
    return views.stream().filter(v -> v.id().equals(id)).findFirst();
  }

  /**
   * The code list of that id.
   *
   * @throws CityLakeException of kind DATA when there is none
   */
  public Codelist loadCodelist(String id) {
    return codelists.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new CityLakeException(Kind.DATA, "Cannot find the code list '" + id + "'"));
  }
}
