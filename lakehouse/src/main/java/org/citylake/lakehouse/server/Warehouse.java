package org.citylake.lakehouse.server;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;
import org.apache.iceberg.rest.responses.LoadViewResponse;

/** One of the warehouses that the server answers. */
interface Warehouse {
  /** Namespaces directly below the parent; the empty parent is the root. */
  ListNamespacesResponse listNamespaces(Namespace parent);

  /** Throws NoSuchNamespaceException when it is not there. */
  GetNamespaceResponse loadNamespace(Namespace namespace);

  /** Throws NoSuchNamespaceException when it is not there. */
  ListTablesResponse listTables(Namespace namespace);

  /** Throws NoSuchTableException when it is not there. */
  LoadTableResponse loadTable(TableIdentifier table, SnapshotMode snapshots);

  /** What the answer's content depends on, where it stays the same between requests. */
  Optional<String> etag(TableIdentifier table);

  /** Views of the namespace. */
  List<TableIdentifier> listViews(Namespace namespace);

  /** Throws NoSuchViewException when it is not there. */
  LoadViewResponse loadView(TableIdentifier view);

  /** The catalog behind, for writes. Throws UnsupportedOperationException: read-only. */
  JdbcCatalog writable();
}
