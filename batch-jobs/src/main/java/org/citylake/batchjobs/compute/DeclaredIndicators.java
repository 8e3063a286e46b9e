package org.citylake.batchjobs.compute;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * The indicators' declarations as the relation {@code declaration.indicator}, so that checks can
 * hold values against the declared range and unit.
 */
public final class DeclaredIndicators {
  /** The relation's name. */
  public static final String NAME = "declaration.indicator";

  private static final StructType TYPE =
      new StructType()
          .add("code", DataTypes.StringType)
          .add("unit", DataTypes.StringType)
          .add("direction", DataTypes.StringType)
          .add("minimum", DataTypes.createDecimalType(38, 10))
          .add("maximum", DataTypes.createDecimalType(38, 10))
          .add("definition_hash", DataTypes.StringType);

  private DeclaredIndicators() {}

  /** One row per indicator. */
  public static Dataset<Row> rows(SparkSession session, DeclarationLibrary library) {
    List<Row> rows =
        library.indicators().stream()
            .map(
                i ->
                    RowFactory.create(
                        i.code(),
                        i.unit(),
                        i.direction().name().toLowerCase(Locale.ROOT),
                        i.minimum().map(m -> m.setScale(10)).orElse(null),
                        i.maximum().map(m -> m.setScale(10)).orElse(null),
                        i.contentHash()))
            .toList();
    return session.createDataFrame(rows, TYPE);
  }
}
