package org.citylake.batchjobs.spark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;

/** Spark's types for the physical types (Iceberg's) that contracts name. */
public final class ContractTypes {
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+), ?(\\d+)\\)");

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
    String physical = property.physicalType();
    Matcher decimal = DECIMAL.matcher(physical);
    if (decimal.matches()) {
      return DataTypes.createDecimalType(
          Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return switch (physical) {
      case "string" -> DataTypes.StringType;
      case "int" -> DataTypes.IntegerType;
      case "long" -> DataTypes.LongType;
      case "double" -> DataTypes.DoubleType;
      case "boolean" -> DataTypes.BooleanType;
      case "date" -> DataTypes.DateType;
      case "timestamptz" -> DataTypes.TimestampType;
      case "binary" -> DataTypes.BinaryType;
      case "list<string>" -> DataTypes.createArrayType(DataTypes.StringType);
      case "map<string,long>" -> DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType);
      default ->
          throw new CityLakeException(
              Kind.DATA,
              "Contract "
                  + contract.id()
                  + ", column "
                  + property.name()
                  + ": Spark has no type for '"
                  + physical
                  + "'; see docs/reference/declarations.md");
    };
  }
}
