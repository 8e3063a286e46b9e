package org.citylake.batchjobs.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.WarningDeclaration;
import org.citylake.metrics.analysis.warning.RuleEvaluation;
import org.citylake.metrics.analysis.warning.Warning;
import org.citylake.metrics.analysis.warning.WarningText;
import org.citylake.metrics.analysis.warning.WatchedSeries;
import org.citylake.metrics.analysis.warning.WatchedTarget;
import org.jspecify.annotations.Nullable;

/** {@code metric.warning}: the warnings that are in force, by every declared rule. */
final class WarningProducer implements TableProducer {
  private final TableDeclaration table;
  private final PublishedFigures figures;
  private final TargetOutlooks outlooks;
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final StructType type;

  WarningProducer(
      TableDeclaration table,
      PublishedFigures figures,
      TargetOutlooks outlooks,
      DeclarationLibrary library,
      String codeVersion) {
    this.table = table;
    this.figures = figures;
    this.outlooks = outlooks;
    this.library = library;
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(TargetOutlooks.TARGETS, IndicatorProducer.TABLE, OutlookProducer.TABLE);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> snapshots = new TreeMap<>();
    inputs().forEach(name -> snapshots.put(name, relations.snapshot(name)));
    RuleEvaluation evaluation =
        new RuleEvaluation(
            figures.analysed(relations).stream()
                .map(
                    a ->
                        new WatchedSeries(
                            a.figures().indicator().code(),
                            a.figures().area(),
                            a.analysis(),
                            a.synthetic()))
                .toList(),
            targets(relations));
    WarningText text = new WarningText(library);
    List<Row> rows = new ArrayList<>();
    for (WarningDeclaration rule : library.warnings()) {
      for (Warning warning : evaluation.warnings(rule)) {
        Map<String, @Nullable Object> row = columns(warning, rule, text);
        row.put("input_snapshots", snapshots);
        rows.add(RowCodec.row(row, type));
      }
    }
    return MadeRows.of(relations.session(), rows, type);
  }

  private List<WatchedTarget> targets(Relations relations) {
    List<WatchedTarget> watched = new ArrayList<>();
    for (JudgedTarget target : outlooks.all(relations)) {
      Double number = target.number();
      Double actual = target.actual();
      String period = target.actualPeriod();
      String area = target.row().getAs("ref_area");
      if (number != null && actual != null && period != null && area != null) {
        watched.add(
            new WatchedTarget(
                target.row().getAs("source_id") + "/" + target.row().getAs("source_key"),
                target.row().getAs("indicator_code"),
                area,
                target.row().getAs("time_period"),
                period,
                actual,
                number,
                target.pace()));
      }
    }
    return watched;
  }

  private Map<String, @Nullable Object> columns(
      Warning warning, WarningDeclaration rule, WarningText text) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("warning_id", warning.id());
    row.put("rule", warning.rule());
    row.put("level", warning.level());
    row.put("indicator_code", warning.indicator());
    row.put("ref_area", warning.area());
    row.put("time_period", warning.period());
    row.put("value", warning.value());
    row.put("threshold", warning.threshold());
    row.put("since", warning.since());
    row.put("message_zh", text.chinese(rule, warning));
    row.put("message_en", text.english(rule, warning));
    row.put("owner", rule.owner());
    row.put("synthetic", warning.synthetic());
    row.put("definition_hash", rule.contentHash());
    row.put("code_version", codeVersion);
    return row;
  }
}
