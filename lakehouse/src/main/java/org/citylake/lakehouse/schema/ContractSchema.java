package org.citylake.lakehouse.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.types.Types;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.DataContract;
import org.citylake.core.json.ContentHash;

/** What a contract says about its table, in Iceberg's words. */
public final class ContractSchema {
  /** Table property with the contract's version. */
  public static final String CONTRACT_VERSION = "citylake.contract-version";

  /** Table property with the hash of what the table takes from its contract. */
  public static final String CONTRACT_HASH = "citylake.contract-hash";

  private static final String STATISTICS = TableProperties.PARQUET_COLUMN_STATS_ENABLED_PREFIX;

  private ContractSchema() {}

  /**
   * The schema with the contract's own field ids; the description becomes the column's comment.
   *
   * @throws CityLakeException of kind DATA when a type is not Iceberg's or an id stands twice
   */
  public static Schema schema(DataContract contract) {
    List<Types.NestedField> fields = new ArrayList<>();
    for (ContractProperty property : contract.properties()) {
      fields.add(field(contract, property));
    }
    try {
      return new Schema(fields);
    } catch (RuntimeException e) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot make a schema of contract " + contract.id() + ": " + e.getMessage(),
          e);
    }
  }

  private static Types.NestedField field(DataContract contract, ContractProperty property) {
    try {
      Types.NestedField.Builder field =
          property.required()
              ? Types.NestedField.required(property.name())
              : Types.NestedField.optional(property.name());
      return field
          .withId(property.fieldId())
          .ofType(ColumnTypes.parse(property.physicalType(), property.fieldId()))
          .withDoc(property.description())
          .build();
    } catch (IllegalArgumentException e) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot read type '"
              + property.physicalType()
              + "' of column "
              + contract.id()
              + "."
              + property.name()
              + ": take string, int, long, boolean, date, timestamptz, double, binary,"
              + " decimal(p,s), list<...> or map<...,...>",
          e);
    }
  }

  /** Partitioning from the custom key {@code partitioning}; unpartitioned without it. */
  public static PartitionSpec partitionSpec(DataContract contract, Schema schema) {
    PartitionSpec.Builder spec = PartitionSpec.builderFor(schema);
    try {
      if (contract.custom().get("partitioning") instanceof List<?> terms) {
        terms.forEach(term -> PartitionTerm.parse(String.valueOf(term)).addTo(spec));
      }
      return spec.build();
    } catch (RuntimeException e) {
      throw new CityLakeException(
          Kind.DATA, "Cannot partition table " + contract.id() + ": " + e.getMessage(), e);
    }
  }

  /** The table's properties: how it is written, and which contract it follows. */
  static Map<String, String> properties(DataContract contract, Schema schema, PartitionSpec spec) {
    Map<String, String> properties = new TreeMap<>();
    properties.put(TableProperties.DEFAULT_FILE_FORMAT, "parquet");
    properties.put(TableProperties.PARQUET_COMPRESSION, "zstd");
    properties.put("comment", contract.description());
    properties.put(CONTRACT_VERSION, contract.version());
    for (Types.NestedField column : schema.columns()) {
      if (column.type().isMapType()) {
        // Nobody passes over files by them, and they took a third of the time to write live.event.
        properties.put(STATISTICS + column.name() + ".key", "false");
        properties.put(STATISTICS + column.name() + ".value", "false");
      }
    }
    properties.put(CONTRACT_HASH, ContentHash.of(contract.version() + "\n" + schema + "\n" + spec));
    return properties;
  }
}
