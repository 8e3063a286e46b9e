package org.citylake.lakehouse.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;

/**
 * A read-only warehouse: the tables of releases, each at the snapshot that its release pins.
 * Nothing is kept between requests, so a flip of the pointer shows in the next one.
 */
final class ReleaseWarehouse implements Warehouse {
  private final String name;
  private final Supplier<List<ServedRelease>> releases;
  private final boolean prefixed;
  private final PinnedTables tables;

  private ReleaseWarehouse(
      String name, Supplier<List<ServedRelease>> releases, boolean prefixed, PinnedTables tables) {
    this.name = name;
    this.releases = releases;
    this.prefixed = prefixed;
    this.tables = tables;
  }

  /** The newest release, namespaces as they are. */
  static ReleaseWarehouse published(ReleaseStore store, PinnedTables tables) {
    return new ReleaseWarehouse(
        "published", () -> store.findPublished().stream().toList(), false, tables);
  }

  /** Every release, namespaces with the release's prefix. */
  static ReleaseWarehouse release(ReleaseStore store, PinnedTables tables) {
    return new ReleaseWarehouse("release", store::all, true, tables);
  }

  /** A table as it is named in this warehouse, with what it stands for. */
  private record Entry(TableIdentifier shown, ServedRelease release, String table) {}

  private Stream<Entry> entries() {
    return releases.get().stream()
        .flatMap(release -> release.tables().keySet().stream().map(table -> entry(release, table)));
  }

  private Entry entry(ServedRelease release, String table) {
    String[] parts = table.split("\\.", 2);
    String namespace = (prefixed ? release.namespacePrefix() : "") + parts[0];
    return new Entry(TableIdentifier.of(namespace, parts[1]), release, table);
  }

  private Entry load(TableIdentifier table) {
    return entries()
        .filter(entry -> entry.shown().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchTableException("Table does not exist in warehouse %s: %s", name, table));
  }

  @Override
  public ListNamespacesResponse listNamespaces(Namespace parent) {
    ListNamespacesResponse.Builder response = ListNamespacesResponse.builder();
    if (parent.isEmpty()) {
      response.addAll(
          entries()
              .map(entry -> entry.shown().namespace().toString())
              .distinct()
              .sorted()
              .map(Namespace::of)
              .toList());
    } else {
      loadNamespace(parent);
    }
    return response.build();
  }

  @Override
  public GetNamespaceResponse loadNamespace(Namespace namespace) {
    Entry first =
        entries()
            .filter(entry -> entry.shown().namespace().equals(namespace))
            .findFirst()
            .orElseThrow(
                () ->
                    new NoSuchNamespaceException(
                        "Namespace does not exist in warehouse %s: %s", name, namespace));
    return GetNamespaceResponse.builder()
        .withNamespace(namespace)
        .setProperties(properties(first.release()))
        .build();
  }

  /** Iceberg asks the map for a null key, which an immutable one refuses. */
  private static Map<String, String> properties(ServedRelease release) {
    return new HashMap<>(Map.of("citylake.release", release.releaseId()));
  }

  @Override
  public ListTablesResponse listTables(Namespace namespace) {
    loadNamespace(namespace);
    return ListTablesResponse.builder()
        .addAll(
            entries()
                .map(Entry::shown)
                .filter(table -> table.namespace().equals(namespace))
                .collect(Collectors.toList()))
        .build();
  }

  @Override
  public LoadTableResponse loadTable(TableIdentifier table, SnapshotMode snapshots) {
    Entry entry = load(table);
    TableMetadata metadata = tables.load(entry.release(), entry.table());
    return LoadTableResponse.builder()
        .withTableMetadata(metadata)
        .addConfig("citylake.release", entry.release().releaseId())
        .build();
  }

  @Override
  public Optional<String> etag(TableIdentifier table) {
    return Optional.of('"' + load(table).release().releaseId() + '"');
  }

  @Override
  public List<TableIdentifier> listViews(Namespace namespace) {
    return List.of();
  }

  @Override
  public JdbcCatalog writable() {
    throw new UnsupportedOperationException(
        "Warehouse '" + name + "' is read-only: it serves releases; write to warehouse 'live'");
  }
}
