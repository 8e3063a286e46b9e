package org.citylake.batchjobs.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * {@code metric.indicator_state}: what every declared indicator has been computed from, so that the
 * next run computes again only what changed.
 */
public final class IndicatorStateProducer implements TableProducer {
  /** The table that it gives. */
  public static final String TABLE = "metric.indicator_state";

  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final String codeVersion;
  private final StructType type;

  /** The state of every indicator of the library. */
  public IndicatorStateProducer(
      TableDeclaration table, DeclarationLibrary library, String codeVersion) {
    this.table = table;
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
    return Stream.concat(
            Stream.of(IndicatorProducer.TABLE),
            library.indicators().stream().flatMap(IndicatorInputs::read))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> counts = new HashMap<>();
    relations
        .load(IndicatorProducer.TABLE)
        .groupBy("indicator_code")
        .agg(count(col("value")).as("number"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    IndicatorInputs inputs =
        new IndicatorInputs(
            library.findTable(IndicatorProducer.TABLE).orElseThrow(),
            library,
            codeVersion,
            relations);
    long snapshot = relations.snapshot(IndicatorProducer.TABLE);
    List<Row> rows =
        library.indicators().stream()
            .map(i -> RowCodec.row(columns(i, inputs, counts, snapshot), type))
            .toList();
    return MadeRows.of(relations.session(), rows, type);
  }

  private static Map<String, @Nullable Object> columns(
      IndicatorDeclaration indicator,
      IndicatorInputs inputs,
      Map<String, Long> counts,
      long snapshot) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("indicator_code", indicator.code());
    row.put("value_count", counts.getOrDefault(indicator.code(), 0L));
    row.put("values_snapshot", snapshot);
    row.put("inputs_hash", inputs.hash(indicator));
    row.put("definition_hash", indicator.contentHash());
    row.put("input_snapshots", inputs.snapshots(indicator));
    row.put("code_version", inputs.codeVersion());
    return row;
  }
}
