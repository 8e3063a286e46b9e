package org.citylake.batchjobs.compute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.conform.AreaVersions;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.DeclaredCodelist;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.TableDeclaration;

/** A table whose rows are registered in the code list of its name, column by column. */
record CodelistProducer(TableDeclaration table, Codelist codelist) implements TableProducer {
  @Override
  public List<String> inputs() {
    return AreaVersions.heldAgainst(table);
  }

  @Override
  public Dataset<Row> rows(Relations relations) {
    Column[] columns =
        Arrays.stream(ContractTypes.struct(table.contract()).fields())
            .map(
                f ->
                    (codelist.columns().contains(f.name())
                            ? nullif(col(f.name()), lit(""))
                            : lit(null))
                        .cast(f.dataType())
                        .as(f.name()))
            .toArray(Column[]::new);
    return DeclaredCodelist.rows(relations.session(), codelist).select(columns);
  }
}
