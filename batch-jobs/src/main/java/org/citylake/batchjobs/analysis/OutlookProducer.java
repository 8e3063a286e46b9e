package org.citylake.batchjobs.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.analysis.outlook.TargetPace;
import org.jspecify.annotations.Nullable;

/** {@code metric.target_outlook}: what comes of every target at the pace that is made. */
final class OutlookProducer implements TableProducer {
  static final String TABLE = "metric.target_outlook";

  private final TableDeclaration table;
  private final TargetOutlooks outlooks;
  private final String codeVersion;
  private final StructType type;

  OutlookProducer(TableDeclaration table, TargetOutlooks outlooks, String codeVersion) {
    this.table = table;
    this.outlooks = outlooks;
    this.codeVersion = codeVersion;
    this.type = ContractTypes.struct(table.contract());
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return List.of(TargetOutlooks.TARGETS, IndicatorProducer.TABLE);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> snapshots = new TreeMap<>();
    inputs().forEach(name -> snapshots.put(name, relations.snapshot(name)));
    List<Row> rows =
        outlooks.all(relations).stream()
            .map(target -> RowCodec.row(columns(target, snapshots), type))
            .toList();
    return MadeRows.of(relations.session(), rows, type);
  }

  private Map<String, @Nullable Object> columns(JudgedTarget target, Map<String, Long> snapshots) {
    TargetPace pace = target.pace();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (String column :
        List.of("source_id", "source_key", "indicator_code", "ref_area", "time_period")) {
      row.put(column, target.row().getAs(column));
    }
    row.put("target", target.number());
    row.put("actual_period", target.actualPeriod());
    row.put("actual", target.actual());
    row.put("outlook", pace.outlook().name().toLowerCase(Locale.ROOT));
    row.put("reason", pace.reason().name().toLowerCase(Locale.ROOT));
    row.put("gap", pace.gap());
    row.put("pace_needed", pace.paceNeeded());
    row.put("pace_made", pace.paceMade());
    row.put("expected", pace.expected());
    row.put("expected_low", pace.expectedLow());
    row.put("expected_high", pace.expectedHigh());
    row.put("figures", target.figures());
    row.put("outlook_zh", target.text().zh());
    row.put("outlook_en", target.text().en());
    row.put("input_snapshots", snapshots);
    row.put("code_version", codeVersion);
    return row;
  }
}
