package org.citylake.batchjobs.compute;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.conform.AreaVersions;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.SqlFile;
import org.citylake.core.declaration.TableDeclaration;

/** A table given by its {@code query.sql}; tables that are not there are empty ones to it. */
public record QueryProducer(TableDeclaration table) implements TableProducer {
  @Override
  public List<String> inputs() {
    return Stream.concat(table.tablesRead().stream(), AreaVersions.heldAgainst(table).stream())
        .distinct()
        .toList();
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    relations.offer(table.inputs());
    return new SqlFile(table.folder().resolve("query.sql"), table.query().orElseThrow())
        .run(relations.session(), Map.of());
  }
}
