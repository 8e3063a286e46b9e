package org.citylake.batchjobs.spark;

import java.util.List;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.lakehouse.schema.ColumnTypes;

/** Spark's types for the physical types (Iceberg's) that contracts name. */
public final class ContractTypes {
  private ContractTypes() {}

  /** The columns of a contract in order, all nullable: checks say what may be missing. */
  public static StructType struct(DataContract contract) {
    List<StructField> fields =
        contract.properties().stream()
            .map(p -> DataTypes.createStructField(p.name(), type(contract, p), true))
            .toList();
    return DataTypes.createStructType(fields);
  }

  private static DataType type(DataContract contract, ContractProperty property) {
    try {
      return SparkSchemaUtil.convert(
          ColumnTypes.parse(property.physicalType(), property.fieldId()));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw new CityLakeException(
          Kind.DATA,
          "Contract "
              + contract.id()
              + ", column "
              + property.name()
              + ": Spark has no type for '"
              + property.physicalType()
              + "'; see docs/reference/declarations.md",
          e);
    }
  }
}
