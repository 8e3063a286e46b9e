package org.citylake.lakehouse.server;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;
import org.apache.iceberg.rest.responses.LoadViewResponse;

/** The warehouse that is read and written. */
final class LiveWarehouse implements Warehouse {
  private final JdbcCatalog catalog;

  LiveWarehouse(JdbcCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public ListNamespacesResponse listNamespaces(Namespace parent) {
    return CatalogHandlers.listNamespaces(catalog, parent);
  }

  @Override
  public GetNamespaceResponse loadNamespace(Namespace namespace) {
    return CatalogHandlers.loadNamespace(catalog, namespace);
  }

  @Override
  public ListTablesResponse listTables(Namespace namespace) {
    return CatalogHandlers.listTables(catalog, namespace);
  }

  @Override
  public LoadTableResponse loadTable(TableIdentifier table, SnapshotMode snapshots) {
    return CatalogHandlers.loadTable(catalog, table, snapshots);
  }

  @Override
  public Optional<String> etag(TableIdentifier table) {
    return Optional.empty();
  }

  @Override
  public List<TableIdentifier> listViews(Namespace namespace) {
    return catalog.listViews(namespace);
  }

  @Override
  public LoadViewResponse loadView(TableIdentifier view) {
    return CatalogHandlers.loadView(catalog, view);
  }

  @Override
  public JdbcCatalog writable() {
    return catalog;
  }
}
