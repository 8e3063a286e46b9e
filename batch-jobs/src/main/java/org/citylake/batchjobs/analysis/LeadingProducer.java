package org.citylake.batchjobs.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.analysis.PublishedFigures.AnalysedFigures;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.analysis.leading.Lead;
import org.citylake.metrics.analysis.leading.LeadSearch;
import org.jspecify.annotations.Nullable;

/** {@code metric.leading_indicator}: which declared candidates ran ahead, area by area. */
final class LeadingProducer implements TableProducer {
  static final String TABLE = "metric.leading_indicator";

  private final TableDeclaration table;
  private final PublishedFigures figures;
  private final String codeVersion;
  private final StructType type;

  LeadingProducer(TableDeclaration table, PublishedFigures figures, String codeVersion) {
    this.table = table;
    this.figures = figures;
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(IndicatorProducer.TABLE);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> snapshots =
        Map.of(IndicatorProducer.TABLE, relations.snapshot(IndicatorProducer.TABLE));
    List<AnalysedFigures> all = figures.analysed(relations);
    Map<String, AnalysedFigures> byKey = new HashMap<>();
    all.forEach(a -> byKey.put(key(a.figures().indicator().code(), a.figures().area()), a));
    List<Row> rows = new ArrayList<>();
    for (AnalysedFigures figure : all) {
      IndicatorDeclaration indicator = figure.figures().indicator();
      for (String code : indicator.mayFollow()) {
        AnalysedFigures candidate = byKey.get(key(code, figure.figures().area()));
        if (candidate != null) {
          Map<String, @Nullable Object> row = columns(figure, candidate);
          row.put("definition_hash", indicator.contentHash());
          row.put("input_snapshots", snapshots);
          row.put("code_version", codeVersion);
          rows.add(RowCodec.row(row, type));
        }
      }
    }
    return MadeRows.of(relations.session(), rows, type);
  }

  private static Map<String, @Nullable Object> columns(
      AnalysedFigures figure, AnalysedFigures candidate) {
    Optional<Lead> lead =
        figure.analysis().series().frequency() == candidate.analysis().series().frequency()
            ? LeadSearch.find(figure.analysis().series(), candidate.analysis().series())
            : Optional.empty();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("indicator_code", figure.figures().indicator().code());
    row.put("ref_area", figure.figures().area());
    row.put("leading_code", candidate.figures().indicator().code());
    row.put("frequency", figure.analysis().series().frequency().code());
    row.put("lag", lead.map(Lead::lag).orElse(null));
    row.put("correlation", lead.map(Lead::correlation).orElse(null));
    row.put("bound", lead.map(Lead::bound).orElse(null));
    row.put("pairs", lead.map(Lead::pairs).orElse(0));
    row.put("significant", lead.map(Lead::significant).orElse(false));
    row.put("synthetic", figure.synthetic() || candidate.synthetic());
    return row;
  }

  private static String key(String code, String area) {
    return code + "\n" + area;
  }
}
