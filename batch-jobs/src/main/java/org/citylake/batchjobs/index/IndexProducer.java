package org.citylake.batchjobs.index;

import java.util.ArrayList;
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
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.jspecify.annotations.Nullable;

/** A table that the index engine gives: the scores or the trace of all declared editions. */
public final class IndexProducer implements TableProducer {
  /** Table of scores. */
  public static final String SCORES = "metric.index_score";

  /** Table of the trace. */
  public static final String TRACE = "metric.index_trace";

  private final TableDeclaration table;
  private final DeclarationLibrary library;
  private final StructType type;
  private final RowMaker rows;

  /** Makes the rows of an edition that was scored. */
  @FunctionalInterface
  private interface RowMaker {
    Stream<Map<String, @Nullable Object>> rows(
        EditionDeclaration edition, EditionPanel panel, IndexResult result);
  }

  private IndexProducer(TableDeclaration table, DeclarationLibrary library, RowMaker rows) {
    this.table = table;
    this.library = library;
    this.type = ContractTypes.struct(table.contract());
    this.rows = rows;
  }

  /** The producer of {@link #SCORES}. */
  public static IndexProducer scores(
      TableDeclaration table, DeclarationLibrary library, String codeVersion) {
    return new IndexProducer(
        table,
        library,
        (edition, panel, result) ->
            result.scores().map(s -> IndexRows.score(s, edition, codeVersion)));
  }

  /** The producer of {@link #TRACE}. */
  public static IndexProducer trace(TableDeclaration table, DeclarationLibrary library) {
    return new IndexProducer(
        table,
        library,
        (edition, panel, result) -> result.trace().map(point -> IndexRows.trace(point, panel)));
  }

  @Override
  public TableDeclaration table() {
    return table;
  }

  @Override
  public List<String> inputs() {
    return PanelReader.INPUTS;
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Map<String, Long> snapshots = PanelReader.snapshots(relations);
    PanelReader reader = new PanelReader(library, relations);
    List<Row> all = new ArrayList<>();
    for (EditionDeclaration edition : library.editions()) {
      if (!edition.lakehouse()) {
        continue;
      }
      CompiledEdition compiled = IndexEngine.compile(edition);
      EditionPanel panel = reader.read(compiled);
      rows.rows(edition, panel, IndexEngine.score(compiled, panel.panel()))
          .forEach(
              row -> {
                row.put("input_snapshots", snapshots);
                all.add(RowCodec.row(row, type));
              });
    }
    return MadeRows.of(relations.session(), all, type);
  }
}
