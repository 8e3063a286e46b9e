package org.citylake.batchjobs.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.citylake.core.declaration.TableDeclaration;
import org.jspecify.annotations.Nullable;

/** A table of analyses: one row for each series, or one for each of its periods. */
final class AnalysisProducer implements TableProducer {
  private final TableDeclaration table;
  private final PublishedFigures figures;
  private final String codeVersion;
  private final RowMaker rows;
  private final StructType type;

  /** Makes the rows of a series. */
  @FunctionalInterface
  interface RowMaker {
    Stream<Map<String, @Nullable Object>> rows(AnalysedFigures analysed);
  }

  AnalysisProducer(
      TableDeclaration table, PublishedFigures figures, String codeVersion, RowMaker rows) {
    this.table = table;
    this.figures = figures;
    this.codeVersion = codeVersion;
    this.rows = rows;
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
    List<Row> all = new ArrayList<>();
    for (AnalysedFigures analysed : figures.analysed(relations)) {
      rows.rows(analysed)
          .forEach(
              row -> {
                row.put("definition_hash", analysed.figures().indicator().contentHash());
                row.put("input_snapshots", snapshots);
                row.put("code_version", codeVersion);
                all.add(RowCodec.row(row, type));
              });
    }
    return MadeRows.of(relations.session(), all, type);
  }
}
