package org.citylake.ingestion.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration;

/** The figures that an index edition asks for: each indicator and the coefficient, of each unit. */
final class Reports {
  private Reports() {}

  /**
   * The figures of an edition's data period, by indicator and unit.
   *
   * @throws CityLakeException of kind DATA when the edition, its data period or an indicator is
   *     missing
   */
  static List<ReportedFigure> of(DeclarationLibrary library, String edition, Draw draws) {
    EditionDeclaration found =
        library.editions().stream()
            .filter(e -> e.id().equals(edition))
            .findFirst()
            .orElseThrow(() -> missing("the index edition '" + edition + "'"));
    String year = found.dataPeriod().orElseThrow(() -> missing("the data period of " + edition));
    Codelist divisions = library.loadCodelist("division");
    List<ReportedFigure> figures = new ArrayList<>();
    for (IndicatorDeclaration indicator : indicators(library, found)) {
      OptionalDouble reference = reference(found, indicator);
      for (String unit : found.units()) {
        Draw draw = draws.at(indicator.code(), Long.parseLong(unit));
        figures.add(
            new ReportedFigure(
                figures.size(),
                draw,
                indicator,
                reference,
                unit,
                divisions.find(unit).map(row -> row.getOrDefault("name_zh", unit)).orElse(unit),
                year,
                0.85 + 0.3 * draws.at("district", Long.parseLong(unit)).unit("strength")));
      }
    }
    return figures;
  }

  private static List<IndicatorDeclaration> indicators(
      DeclarationLibrary library, EditionDeclaration edition) {
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
