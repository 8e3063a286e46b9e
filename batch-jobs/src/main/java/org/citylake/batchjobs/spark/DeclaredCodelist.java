package org.citylake.batchjobs.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;

/** Code lists as relations {@code codelist.ID}, by which queries conform an agency's words. */
public final class DeclaredCodelist {
  private DeclaredCodelist() {}

  /** The code list that the relation's name means; empty when it means none. */
  static Optional<Codelist> find(String name, DeclarationLibrary library) {
    return library.codelists().stream()
        .filter(list -> name.equals(TableDeclaration.CODELIST + list.id()))
        .findFirst();
  }

  /** The list's lines; every column is text, as it stands in the file. */
  public static Dataset<Row> rows(SparkSession session, Codelist list) {
    StructType type = new StructType();
    for (String column : list.columns()) {
      type = type.add(column, DataTypes.StringType);
    }
    List<Row> rows =
        list.rows().stream()
            .map(r -> RowFactory.create(list.columns().stream().map(r::get).toArray()))
            .toList();
    return session.createDataFrame(rows, type);
  }
}
