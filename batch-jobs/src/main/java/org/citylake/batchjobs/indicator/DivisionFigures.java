package org.citylake.batchjobs.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.value.TimePeriod;
import org.citylake.entities.division.DivisionLineage;
import org.citylake.entities.division.DivisionVersion;
import org.citylake.metrics.indicator.restated.RestatedFigure;

/**
 * Puts values on the divisions of a day (docs/adr/0014). A value of the division's own version is
 * taken as it is, and so is that of an area that was only renamed; those of areas that were merged
 * into it are restated by {@link RestatedFigure}.
 */
public final class DivisionFigures {
  private final DivisionLineage lineage;
  private final DeclarationLibrary library;

  /** Figures by the lineage of divisions. */
  public DivisionFigures(DivisionLineage lineage, DeclarationLibrary library) {
    this.lineage = lineage;
    this.library = library;
  }

  /**
   * The figure.
   *
   * @param bordersOn day on whose divisions the division stands
   * @param byArea rows of the indicator and period, by area code
   * @return empty when there is no row of the division or of what it was made of
   */
  public Optional<DivisionFigure> find(
      String division,
      LocalDate bordersOn,
      String indicator,
      String period,
      Map<String, Row> byArea) {
    Row own = byArea.get(division);
    Optional<DivisionVersion> version = lineage.find(division, bordersOn);
    if (version.isEmpty() || (own != null && isOf(own, version.get()))) {
      // The city has no version.
      return Optional.ofNullable(own)
          .map(r -> new DivisionFigure(figure(indicator, 1, List.of(r)), List.of(r), false));
    }
    LocalDate day = TimePeriod.parse(period).end().minusDays(1);
    List<DivisionVersion> parts = lineage.parts(version.get(), day);
    List<Row> rows = new ArrayList<>();
    for (DivisionVersion part : parts) {
      Row row = byArea.get(part.code());
      if (row != null && isOf(row, part)) {
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      return Optional.ofNullable(own)
          .map(
              r ->
                  new DivisionFigure(
                      RestatedFigure.withoutItsAreas(List.of(FigureRows.figure(r))),
                      List.of(r),
                      false));
    }
    RestatedFigure figure = figure(indicator, parts.size(), rows);
    return Optional.of(new DivisionFigure(figure, rows, figure.reason().isEmpty()));
  }

  private RestatedFigure figure(String code, int areas, List<Row> rows) {
    IndicatorDeclaration indicator = library.findIndicator(code).orElseThrow();
    return RestatedFigure.of(indicator, areas, rows.stream().map(FigureRows::figure).toList());
  }

  private static boolean isOf(Row row, DivisionVersion version) {
    LocalDate from = row.getAs("ref_area_valid_from");
    return from == null || from.equals(version.validFrom());
  }
}
