package org.citylake.batchjobs.indicator;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SharedLibrary;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.metrics.indicator.derived.DerivationOrder;
import org.citylake.metrics.indicator.derived.DerivedIndicator;
import org.citylake.metrics.indicator.derived.Figure;
import org.citylake.metrics.indicator.derived.FigureSeries;
import org.jspecify.annotations.Nullable;

/**
 * Numerators and denominators of derived indicators, area by area, from the values of the others.
 * Columns are those of {@link IndicatorParts#TYPE}.
 */
final class DerivedParts {
  private final SharedLibrary library;
  private final List<String> derived;
  private final Set<String> taken = new TreeSet<>();

  /** The parts of some derived indicators. */
  DerivedParts(SharedLibrary library, List<IndicatorDeclaration> derived) {
    this.library = library;
    List<IndicatorDeclaration> ordered = DerivationOrder.of(derived);
    this.derived = ordered.stream().map(IndicatorDeclaration::code).toList();
    ordered.forEach(i -> taken.addAll(i.derivation().codes()));
  }

  /**
   * The parts.
   *
   * @param values rows of {@code metric.indicator_value} of all indicators that they follow from
   *     and that are not among them
   */
  Dataset<Row> of(Dataset<Row> values) {
    MapFunction<Row, String> area = row -> row.getAs("ref_area");
    return values
        .where(col("indicator_code").isin(taken.toArray()))
        .groupByKey(area, Encoders.STRING())
        .flatMapGroups(
            new OfArea(library, new ArrayList<>(derived)), Encoders.row(IndicatorParts.TYPE));
  }

  private record OfArea(SharedLibrary library, ArrayList<String> derived)
      implements FlatMapGroupsFunction<String, Row, Row>, Serializable {
    @Override
    public Iterator<Row> call(String area, Iterator<Row> rows) {
      Map<String, List<Figure>> figures = new HashMap<>();
      rows.forEachRemaining(
          row ->
              figures
                  .computeIfAbsent(row.getAs("indicator_code"), code -> new ArrayList<>())
                  .add(FigureRows.figure(row)));
      DeclarationLibrary declared = library.library();
      Map<String, FigureSeries> series = new HashMap<>();
      figures.forEach((code, own) -> series.put(code, series(declared, code, own)));
      List<Row> parts = new ArrayList<>();
      for (String code : derived) {
        IndicatorDeclaration indicator = declared.findIndicator(code).orElseThrow();
        List<Figure> own = new DerivedIndicator(indicator).figures(area, series);
        series.put(code, series(declared, code, own));
        own.forEach(figure -> parts.add(part(code, area, figure)));
      }
      return parts.iterator();
    }

    private static FigureSeries series(DeclarationLibrary library, String code, List<Figure> own) {
      return new FigureSeries(library.findIndicator(code).orElseThrow().frequency(), own);
    }

    private static Row part(String code, String area, Figure figure) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("indicator_code", code);
      row.put("ref_area", area);
      row.put("ref_area_valid_from", figure.areaValidFrom());
      row.put("time_period", figure.period().text());
      row.put("numerator", figure.numerator());
      row.put("denominator", figure.denominator());
      row.put("obs_status", figure.obsStatus());
      row.put("value_status", figure.valueStatus());
      row.put("quality", figure.quality().equals("ok") ? null : figure.quality());
      row.put("evidence", figure.evidence());
      return RowCodec.row(row, IndicatorParts.TYPE);
    }
  }
}
