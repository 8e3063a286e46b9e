package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration;

/**
 * The figures that index editions ask for: each indicator and the coefficient, of each unit in the
 * data period. A figure that several editions ask for is reported once, as the first of them asks
 * for it.
 */
final class Reports {
  private final DeclarationLibrary library;
  private final Draw draws;
  private final Codelist divisions;
  private final Map<Cell, ReportedFigure> figures = new LinkedHashMap<>();

  private record Cell(String indicator, String unit, String year) {}

  private Reports(DeclarationLibrary library, Draw draws) {
    this.library = library;
    this.draws = draws;
    this.divisions = library.loadCodelist("division");
  }

  /**
   * The figures, by edition, indicator and unit.
   *
   * @param editions ids of the editions; none gives no figures
   * @throws CityLakeException of kind DATA when an edition, its data period or an indicator is
   *     missing
   */
  static List<ReportedFigure> of(DeclarationLibrary library, List<String> editions, Draw draws) {
    Reports reports = new Reports(library, draws);
    editions.forEach(reports::add);
    return List.copyOf(reports.figures.values());
  }

  private void add(String id) {
    EditionDeclaration edition =
        library.editions().stream()
            .filter(e -> e.id().equals(id))
            .findFirst()
            .orElseThrow(() -> missing("the index edition '" + id + "'"));
    String year = edition.dataPeriod().orElseThrow(() -> missing("the data period of " + id));
    for (IndicatorDeclaration indicator : indicators(edition)) {
      OptionalDouble reference = reference(edition, indicator);
      for (String unit : edition.units()) {
        figures.computeIfAbsent(
            new Cell(indicator.code(), unit, year),
            cell -> figure(figures.size(), indicator, reference, unit, year));
      }
    }
  }

  private ReportedFigure figure(
      int number,
      IndicatorDeclaration indicator,
      OptionalDouble reference,
      String unit,
      String year) {
    long code = Long.parseLong(unit);
    return new ReportedFigure(
        number,
        draws.at(indicator.code() + " " + year, code),
        indicator,
        reference,
        unit,
        divisions.find(unit).map(row -> row.getOrDefault("name_zh", unit)).orElse(unit),
        year,
        // A district that is good stays so over the years.
        0.85 + 0.3 * draws.at("district", code).unit("strength"));
  }

  private List<IndicatorDeclaration> indicators(EditionDeclaration edition) {
    List<String> codes = new ArrayList<>();
    for (Node node : edition.nodes()) {
      boolean leaf =
          edition.nodes().stream()
              .noneMatch(n -> n.parent().filter(node.code()::equals).isPresent());
      if (leaf) {
        codes.add(node.code());
      }
    }
    Step coefficient = edition.steps().get("coefficient");
    if (coefficient != null && coefficient.parameters().get("indicator") instanceof String code) {
      codes.add(code);
    }
    return codes.stream()
        .map(
            code ->
                library
                    .findIndicator(code)
                    .orElseThrow(() -> missing("the indicator '" + code + "'")))
        .toList();
  }

  /** What 100 points are given for. */
  private static OptionalDouble reference(
      EditionDeclaration edition, IndicatorDeclaration indicator) {
    return edition.nodes().stream()
        .filter(n -> n.code().equals(indicator.code()))
        .flatMapToDouble(n -> n.measure().reference().stream())
        .findFirst();
  }

  private static CityLakeException missing(String what) {
    return new CityLakeException(Kind.DATA, "Cannot make reports: " + what + " is missing");
  }
}
