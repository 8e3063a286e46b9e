package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.contract.LogicalType;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;

/** A dataset under construction: columns and metrics, of a table or of a view. */
final class DatasetAsset {
  private final ObjectNode dataset = Json.mapper().createObjectNode();
  private final ArrayNode columns = dataset.putArray("columns");
  private final ArrayNode metrics = dataset.putArray("metrics");

  /** An empty dataset; the key is its lasting identity, the name what people see. */
  DatasetAsset(AssetUuid uuids, UUID database, String schema, String name, String description) {
    dataset.put("uuid", uuids.of(ResourceKind.DATASET, schema + "." + name).toString());
    dataset.put("version", "1.0.0");
    dataset.put("database_uuid", database.toString());
    dataset.put("schema", schema);
    dataset.put("table_name", name);
    dataset.put("description", description);
  }

  /** A table of the lakehouse with its contract's columns, names and meanings. */
  static Asset of(AssetUuid uuids, UUID database, TableDeclaration table) {
    String what = table.contract().nameZh() + " " + table.contract().description();
    DatasetAsset dataset = new DatasetAsset(uuids, database, table.namespace(), table.name(), what);
    for (ContractProperty column : table.contract().properties()) {
      boolean time = column.type() == LogicalType.DATE || column.type() == LogicalType.TIMESTAMP;
      dataset
          .column(column.name(), trinoType(column.physicalType()), column.nameZh())
          .put("is_dttm", time)
          .put("description", column.description());
    }
    dataset.metric("count", "count(*)", "行数 Rows", "");
    return dataset.asset();
  }

  /** A view with its columns and their meanings. */
  static DatasetAsset of(AssetUuid uuids, UUID database, ViewDeclaration view) {
    String what = view.nameZh() + " " + view.description();
    DatasetAsset dataset =
        new DatasetAsset(uuids, database, ViewDeclaration.NAMESPACE, view.id(), what);
    for (ViewDeclaration.Column column : view.columns()) {
      dataset
          .column(column.name(), trinoType(column.type()), column.name())
          .put("description", column.description());
    }
    return dataset;
  }

  /** Adds a column that is computed from others. */
  void computed(String name, String expression, String shown) {
    column(name, "VARCHAR", shown).put("expression", expression);
  }

  /** Adds a column; the node takes further fields. */
  ObjectNode column(String name, String type, String shown) {
    return columns
        .addObject()
        .put("column_name", name)
        .put("type", type)
        .put("verbose_name", shown)
        .put("groupby", true)
        .put("filterable", true)
        .put("is_active", true)
        .put("is_dttm", false);
  }

  /** Adds a metric. */
  ObjectNode metric(String name, String expression, String shown, String description) {
    return metrics
        .addObject()
        .put("metric_name", name)
        .put("expression", expression)
        .put("verbose_name", shown)
        .put("description", description);
  }

  Asset asset() {
    return new Asset(ResourceKind.DATASET, dataset);
  }

  /** What Trino calls an Iceberg type. */
  private static String trinoType(String iceberg) {
    String type = iceberg.toLowerCase(Locale.ROOT);
    if (type.startsWith("list<")) {
      return "ARRAY(" + trinoType(type.substring("list<".length(), type.length() - 1)) + ")";
    }
    if (type.startsWith("map<")) {
      String[] parts = type.substring("map<".length(), type.length() - 1).split(",", 2);
      return "MAP(" + trinoType(parts[0].trim()) + ", " + trinoType(parts[1].trim()) + ")";
    }
    return switch (type) {
      case "string" -> "VARCHAR";
      case "int" -> "INTEGER";
      case "long" -> "BIGINT";
      case "float" -> "REAL";
      case "timestamptz" -> "TIMESTAMP(6) WITH TIME ZONE";
      case "timestamp" -> "TIMESTAMP(6)";
      default -> type.toUpperCase(Locale.ROOT);
    };
  }
}
