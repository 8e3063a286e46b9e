package org.citylake.batchjobs.index;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Restatement;
import org.citylake.core.value.TimePeriod;
import org.citylake.entities.division.DivisionLineage;
import org.citylake.entities.division.DivisionVersion;
import org.citylake.metrics.index.panel.Status;
import org.citylake.metrics.indicator.IndicatorAlgebra;
import org.jspecify.annotations.Nullable;

/**
 * Puts values on the divisions that an edition's units are (docs/adr/0014). A value of the unit's
 * own version is taken as it is, and so is that of an area that was only renamed. Of areas that
 * were merged into the unit, numerators and denominators are added up where the indicator declares
 * how; else, or where one of the areas has no value, there is none and the status says so.
 */
final class UnitFigures {
  /** From the best known to the least. */
  private static final List<String> STATUSES =
      List.of("reported", "computed", "estimated", "imputed", "synthetic");

  private final DivisionLineage lineage;
  private final DeclarationLibrary library;

  UnitFigures(DivisionLineage lineage, DeclarationLibrary library) {
    this.lineage = lineage;
    this.library = library;
  }

  /**
   * The figure.
   *
   * @param bordersOn day on whose divisions the unit stands
   * @param byArea rows of the indicator and period that have a value, by area code
   * @return empty when there is no row of the unit or of what it was made of
   */
  Optional<Figure> find(
      String unit, LocalDate bordersOn, String indicator, String period, Map<String, Row> byArea) {
    Row own = byArea.get(unit);
    Optional<DivisionVersion> version = lineage.find(unit, bordersOn);
    if (version.isEmpty() || (own != null && isOf(own, version.get()))) {
      // The city has no version.
      return Optional.ofNullable(own)
          .map(r -> new Figure(r.getAs("value"), r.getAs("value_status"), List.of(r), false));
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
      return Optional.ofNullable(own).map(r -> notRestatable(List.of(r)));
    }
    return Optional.of(
        rows.size() < parts.size() ? notRestatable(rows) : restated(indicator, rows));
  }

  private Figure restated(String indicator, List<Row> rows) {
    String status =
        rows.stream()
            .map(row -> row.<String>getAs("value_status"))
            .max(Comparator.comparing(STATUSES::indexOf))
            .orElseThrow();
    if (rows.size() == 1) {
      return new Figure(rows.get(0).getAs("value"), status, rows, true);
    }
    Optional<IndicatorDeclaration> declared = library.findIndicator(indicator);
    BigDecimal value =
        declared.flatMap(IndicatorDeclaration::restatement).isPresent()
            ? value(declared.orElseThrow(), rows)
            : null;
    return value == null ? notRestatable(rows) : new Figure(value, status, rows, true);
  }

  private static @Nullable BigDecimal value(IndicatorDeclaration indicator, List<Row> rows) {
    BigDecimal numerator = sum(rows, "numerator");
    BigDecimal denominator =
        indicator.restatement().orElseThrow() == Restatement.RATIO
            ? sum(rows, "denominator")
            : BigDecimal.ONE;
    return IndicatorAlgebra.value(indicator.multiplier(), numerator, denominator);
  }

  private static @Nullable BigDecimal sum(List<Row> rows, String column) {
    Function<Row, @Nullable BigDecimal> read = row -> row.getAs(column);
    BigDecimal sum = BigDecimal.ZERO;
    for (Row row : rows) {
      BigDecimal term = read.apply(row);
      if (term == null) {
        return null;
      }
      sum = sum.add(term);
    }
    return sum;
  }

  private static Figure notRestatable(List<Row> rows) {
    return new Figure(null, Status.NOT_RESTATABLE.text(), rows, false);
  }

  private static boolean isOf(Row row, DivisionVersion version) {
    LocalDate from = row.getAs("ref_area_valid_from");
    return from == null || from.equals(version.validFrom());
  }
}
