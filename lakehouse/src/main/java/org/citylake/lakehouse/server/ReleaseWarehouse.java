package org.citylake.lakehouse.server;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.apache.iceberg.exceptions.NoSuchViewException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.responses.GetNamespaceResponse;
import org.apache.iceberg.rest.responses.ListNamespacesResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.apache.iceberg.rest.responses.LoadTableResponse;
import org.apache.iceberg.rest.responses.LoadViewResponse;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.lakehouse.view.ReleasedView;

/**
 * A read-only warehouse: the tables of releases, each at the snapshot that its release pins, and
 * views over them. Nothing is kept between requests, so a flip of the pointer shows in the next
 * one.
 */
final class ReleaseWarehouse implements Warehouse {
  private final String name;
  private final Supplier<List<ServedRelease>> releases;
  private final boolean prefixed;
  private final PinnedTables tables;
  private final Supplier<List<ReleasedView>> views;

  private ReleaseWarehouse(
      String name,
      Supplier<List<ServedRelease>> releases,
      boolean prefixed,
      PinnedTables tables,
      Supplier<List<ReleasedView>> views) {
    this.name = name;
    this.releases = releases;
    this.prefixed = prefixed;
    this.tables = tables;
    this.views = views;
  }

  /** The newest release, namespaces as they are. */
  static ReleaseWarehouse published(
      ReleaseStore store, PinnedTables tables, Supplier<List<ReleasedView>> views) {
    return new ReleaseWarehouse(
        "published", () -> store.findPublished().stream().toList(), false, tables, views);
  }

  /** Every release, namespaces with the release's prefix. */
  static ReleaseWarehouse release(
      ReleaseStore store, PinnedTables tables, Supplier<List<ReleasedView>> views) {
    return new ReleaseWarehouse("release", store::all, true, tables, views);
  }

  /** A table as it is named in this warehouse, with what it stands for. */
  private record Entry(TableIdentifier shown, ServedRelease release, String table) {}

  private Stream<Entry> entries() {
    return releases.get().stream()
        .flatMap(release -> release.tables().keySet().stream().map(table -> entry(release, table)));
  }

  private Entry entry(ServedRelease release, String table) {
    String[] parts = table.split("\\.", 2);
    return new Entry(TableIdentifier.of(prefix(release) + parts[0], parts[1]), release, table);
  }

  private String prefix(ServedRelease release) {
    return prefixed ? release.namespacePrefix() : "";
  }

  /** The views of which a release has every table. */
  private Stream<ServedView> servedViews() {
    List<ReleasedView> all = views.get();
    return releases.get().stream()
        .flatMap(
            release ->
                all.stream()
                    .filter(view -> release.tables().keySet().containsAll(view.tables()))
                    .map(view -> served(release, view)));
  }

  private ServedView served(ServedRelease release, ReleasedView view) {
    String prefix = prefix(release);
    return new ServedView(
        TableIdentifier.of(prefix + ViewDeclaration.NAMESPACE, view.name()), release, prefix, view);
  }

  /** Every namespace with the release that it belongs to. */
  private Map<Namespace, ServedRelease> namespaces() {
    Map<Namespace, ServedRelease> namespaces = new LinkedHashMap<>();
    entries().forEach(entry -> namespaces.put(entry.shown().namespace(), entry.release()));
    servedViews().forEach(view -> namespaces.put(view.shown().namespace(), view.release()));
    return namespaces;
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
          namespaces().keySet().stream()
              .sorted(Comparator.comparing(Namespace::toString))
              .toList());
    } else {
      loadNamespace(parent);
    }
    return response.build();
  }

  @Override
  public GetNamespaceResponse loadNamespace(Namespace namespace) {
    ServedRelease release = namespaces().get(namespace);
    if (release == null) {
      throw new NoSuchNamespaceException(
          "Namespace does not exist in warehouse %s: %s", name, namespace);
    }
    return GetNamespaceResponse.builder()
        .withNamespace(namespace)
        .setProperties(properties(release))
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
    loadNamespace(namespace);
    return servedViews()
        .map(ServedView::shown)
        .filter(view -> view.namespace().equals(namespace))
        .toList();
  }

  @Override
  public LoadViewResponse loadView(TableIdentifier view) {
    return servedViews()
        .filter(served -> served.shown().equals(view))
        .findFirst()
        .map(served -> served.answer(name))
        .orElseThrow(
            () -> new NoSuchViewException("View does not exist in warehouse %s: %s", name, view));
  }

  @Override
  public JdbcCatalog writable() {
    throw new UnsupportedOperationException(
        "Warehouse '" + name + "' is read-only: it serves releases; write to warehouse 'live'");
  }
}
