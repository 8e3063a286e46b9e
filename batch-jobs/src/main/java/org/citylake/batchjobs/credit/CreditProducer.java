package org.citylake.batchjobs.credit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.credit.ScoredEntities.Scored;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.MadeRows;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.core.declaration.TableDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * A table of the scores of legal entities.
 *
 * @param scores shared with the other table
 * @param columns the rows of one score
 */
record CreditProducer(
    TableDeclaration table,
    ScoredEntities scores,
    Function<Scored, Stream<Map<String, @Nullable Object>>> columns)
    implements TableProducer {

  @Override
  public List<String> inputs() {
    return List.of(ScoredEntities.ENTITIES, ScoredEntities.RECORDS);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    StructType type = ContractTypes.struct(table.contract());
    List<Row> rows =
        scores.all(relations).stream()
            .flatMap(columns)
            .map(row -> RowCodec.row(row, type))
            .toList();
    return MadeRows.of(relations.session(), rows, type);
  }
}
