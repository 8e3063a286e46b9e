package org.citylake.lakehouse.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.contract.DataContract;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * Brings tables to what their contracts say. Iceberg's own way of making a table numbers the
 * columns anew; here the contract's field ids are kept, so the table's first metadata file is
 * written whole and registered.
 */
public final class TableApplier {
  private static final int FORMAT_VERSION = 2;
  private static final int ATTEMPTS = 5;

  private final LakeCatalog catalog;

  /** Works on a catalog that can be written. */
  public TableApplier(LakeCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Makes the table that the contract's id names, or evolves it by field id in one commit. A table
   * always has a snapshot, an empty one to begin with. Applying again changes nothing.
   *
   * @throws CityLakeException of kind DATA when the contract asks for what would lose or misread
   *     data
   */
  public Change apply(DataContract contract) {
    TableIdentifier name = LakeCatalog.identifier(contract.id());
    Schema schema = ContractSchema.schema(contract);
    PartitionSpec spec = ContractSchema.partitionSpec(contract, schema);
    Map<String, String> properties = ContractSchema.properties(contract, schema, spec);
    Change change =
        catalog.iceberg().tableExists(name)
            ? evolve(contract, schema, spec, properties)
            : create(contract, schema, spec, properties);
    addFirstSnapshot(catalog.load(contract.id()));
    return change;
  }

  private Change create(
      DataContract contract, Schema schema, PartitionSpec spec, Map<String, String> properties) {
    TableIdentifier name = LakeCatalog.identifier(contract.id());
    try {
      catalog.iceberg().createNamespace(name.namespace());
    } catch (AlreadyExistsException e) {
      // It is there, which is all that is wanted.
    }
    try {
      // Staging asks the catalog where the table belongs, and makes nothing.
      Table staged = catalog.iceberg().buildTable(name, schema).createTransaction().table();
      TableMetadata metadata =
          TableMetadata.buildFromEmpty(FORMAT_VERSION)
              .assignUUID()
              .setLocation(staged.location())
              .setCurrentSchema(schema, schema.highestFieldId())
              .setDefaultPartitionSpec(spec)
              .setDefaultSortOrder(SortOrder.unsorted())
              .setProperties(properties)
              .build();
      String file = staged.location() + "/metadata/00000-" + UUID.randomUUID() + ".metadata.json";
      TableMetadataParser.write(metadata, staged.io().newOutputFile(file));
      catalog.iceberg().registerTable(name, file);
    } catch (AlreadyExistsException e) {
      return evolve(contract, schema, spec, properties);
    }
    return new Change(
        contract.id(),
        Change.Kind.CREATED,
        List.of("make " + schema.columns().size() + " columns"));
  }

  private Change evolve(
      DataContract contract, Schema schema, PartitionSpec spec, Map<String, String> properties) {
    for (int attempt = 1; ; attempt++) {
      Table table = catalog.load(contract.id());
      TableOperations operations = ((HasTableOperations) table).operations();
      TableMetadata base = operations.current();
      List<String> steps = new ArrayList<>(SchemaEvolution.steps(contract.id(), base, schema));
      refuseOtherPartitioning(contract, base.spec(), spec);
      if (steps.isEmpty() && holds(base, properties)) {
        return new Change(contract.id(), Change.Kind.UNCHANGED, List.of());
      }
      TableMetadata.Builder wanted = TableMetadata.buildFrom(base);
      if (steps.isEmpty()) {
        steps.add("follow contract version " + contract.version());
      } else {
        int lastId = Math.max(base.lastColumnId(), schema.highestFieldId());
        wanted.setCurrentSchema(schema, lastId);
      }
      try {
        operations.commit(base, wanted.setProperties(properties).build());
        return new Change(contract.id(), Change.Kind.EVOLVED, steps);
      } catch (CommitFailedException e) {
        if (attempt >= ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static boolean holds(TableMetadata base, Map<String, String> properties) {
    return properties.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(base.properties().get(entry.getKey())));
  }

  private static void refuseOtherPartitioning(
      DataContract contract, PartitionSpec now, PartitionSpec wanted) {
    if (!now.compatibleWith(wanted)) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot change the partitioning of table "
              + contract.id()
              + " from "
              + now
              + " to "
              + wanted
              + ": it is fixed when the table is made; declare a new table");
    }
  }

  private static void addFirstSnapshot(Table table) {
    if (table.currentSnapshot() == null) {
      table.newFastAppend().set("citylake.commit-id", "created").commit();
    }
  }
}
