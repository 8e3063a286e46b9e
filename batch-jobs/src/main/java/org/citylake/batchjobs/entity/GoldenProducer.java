package org.citylake.batchjobs.entity;

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
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.golden.GoldenRecord;
import org.jspecify.annotations.Nullable;

/** A golden table, its links or its provenance, from one entity's merge. */
final class GoldenProducer implements TableProducer {
  private final TableDeclaration table;
  private final EntityMerge merge;

  GoldenProducer(TableDeclaration table, EntityMerge merge) {
    this.table = table;
    this.merge = merge;
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  /**
   * Links come after the history of ids: a run that was interrupted between them finds the former
   * links still there, and writes the same history again.
   */
  @Override
  public List<String> inputs() {
    return Stream.concat(
            merge.rawTables().stream(),
            Stream.of(HistoryProducer.ALIASES, HistoryProducer.CHANGES, StewardDecisions.TABLE))
        .toList();
  }

  @Override
  public String account() {
    return "";
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    StructType type = ContractTypes.struct(table.contract());
    GoldenRows rows = new GoldenRows(merge.declaration(), merge.inputs().token());
    List<Row> made =
        merge.result(relations).golden().stream()
            .flatMap(entity -> maps(rows, entity))
            .map(map -> RowCodec.row(map, type))
            .toList();
    return MadeRows.of(relations.session(), made, type);
  }

  private Stream<Map<String, @Nullable Object>> maps(GoldenRows rows, GoldenRecord entity) {
    if (table.fullName().equals(merge.tableName("_link"))) {
      return rows.links(entity);
    }
    return table.fullName().equals(merge.tableName("_attribute"))
        ? rows.attributes(entity)
        : Stream.of(rows.golden(entity));
  }
}
