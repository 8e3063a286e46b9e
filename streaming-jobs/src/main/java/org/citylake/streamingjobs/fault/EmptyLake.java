package org.citylake.streamingjobs.fault;

import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.lakehouse.schema.ContractSchema;
import org.citylake.streamingjobs.live.LiveTable;

/** The live tables by their contracts, without rows. */
final class EmptyLake {
  private EmptyLake() {}

  /** Makes those that are not there. */
  static void create(CatalogLoader catalogs, DeclarationLibrary library) {
    Catalog catalog = catalogs.loadCatalog();
    if (!((SupportsNamespaces) catalog).namespaceExists(Namespace.of("live"))) {
      ((SupportsNamespaces) catalog).createNamespace(Namespace.of("live"));
    }
    for (LiveTable table : LiveTable.values()) {
      if (catalog.tableExists(TableIdentifier.parse(table.fullName()))) {
        continue;
      }
      DataContract contract = library.findTable(table.fullName()).orElseThrow().contract();
      Schema schema = ContractSchema.schema(contract);
      PartitionSpec spec = ContractSchema.partitionSpec(contract, schema);
      catalog
          .createTable(
              TableIdentifier.parse(table.fullName()),
              schema,
              spec,
              Map.of("format-version", "2", "commit.retry.min-wait-ms", "1"))
          .newAppend()
          .commit();
    }
  }
}
