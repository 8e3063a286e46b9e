package org.citylake.lakehouse.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTUtil;
import org.apache.iceberg.rest.ResourcePaths;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.CreateViewRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.RenameTableRequest;
import org.apache.iceberg.rest.requests.UpdateNamespacePropertiesRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ListTablesResponse;
import org.jspecify.annotations.Nullable;

/**
 * The paths of Iceberg's REST catalog protocol (open-api/rest-catalog-open-api.yaml of Iceberg
 * 1.11). The prefix is the warehouse's name. Tables are committed one at a time.
 */
final class CatalogRoutes {
  private static final List<Endpoint> ENDPOINTS =
      List.of(
          Endpoint.V1_LIST_NAMESPACES,
          Endpoint.V1_LOAD_NAMESPACE,
          Endpoint.V1_NAMESPACE_EXISTS,
          Endpoint.V1_CREATE_NAMESPACE,
          Endpoint.V1_UPDATE_NAMESPACE,
          Endpoint.V1_DELETE_NAMESPACE,
          Endpoint.V1_LIST_TABLES,
          Endpoint.V1_LOAD_TABLE,
          Endpoint.V1_TABLE_EXISTS,
          Endpoint.V1_CREATE_TABLE,
          Endpoint.V1_UPDATE_TABLE,
          Endpoint.V1_DELETE_TABLE,
          Endpoint.V1_RENAME_TABLE,
          Endpoint.V1_REGISTER_TABLE,
          Endpoint.V1_REPORT_METRICS,
          Endpoint.V1_LIST_VIEWS,
          Endpoint.V1_LOAD_VIEW,
          Endpoint.V1_VIEW_EXISTS,
          Endpoint.V1_CREATE_VIEW,
          Endpoint.V1_UPDATE_VIEW,
          Endpoint.V1_DELETE_VIEW,
          Endpoint.V1_RENAME_VIEW);

  private final Map<String, Warehouse> warehouses;

  CatalogRoutes(Map<String, Warehouse> warehouses) {
    this.warehouses = Map.copyOf(warehouses);
  }

  void register(RoutesConfig routes) {
    routes.get("/v1/config", context -> answer(context, config(context)));
    registerNamespaces(routes);
    registerTables(routes);
    registerViews(routes);
    routes.post(
        ResourcePaths.V1_TRANSACTIONS_COMMIT,
        context -> {
          throw new UnsupportedOperationException(
              "Several tables cannot be committed at once: commit them one by one");
        });
  }

  private void registerNamespaces(RoutesConfig routes) {
    routes.get(
        ResourcePaths.V1_NAMESPACES,
        read((c, w) -> w.listNamespaces(namespaceOf(c.queryParam("parent")))));
    routes.post(
        ResourcePaths.V1_NAMESPACES,
        read(
            (c, w) ->
                CatalogHandlers.createNamespace(
                    w.writable(), body(c, CreateNamespaceRequest.class))));
    routes.get(ResourcePaths.V1_NAMESPACE, read((c, w) -> w.loadNamespace(namespace(c))));
    routes.head(
        ResourcePaths.V1_NAMESPACE, nothing((c, w) -> w.loadNamespace(namespace(c)).namespace()));
    routes.delete(
        ResourcePaths.V1_NAMESPACE,
        done((c, w) -> CatalogHandlers.dropNamespace(w.writable(), namespace(c))));
    routes.post(
        ResourcePaths.V1_NAMESPACE_PROPERTIES,
        read(
            (c, w) ->
                CatalogHandlers.updateNamespaceProperties(
                    w.writable(), namespace(c), body(c, UpdateNamespacePropertiesRequest.class))));
  }

  private void registerTables(RoutesConfig routes) {
    routes.get(ResourcePaths.V1_TABLES, read((c, w) -> w.listTables(namespace(c))));
    routes.post(ResourcePaths.V1_TABLES, read(CatalogRoutes::createTable));
    routes.post(
        ResourcePaths.V1_TABLE_REGISTER,
        read(
            (c, w) ->
                CatalogHandlers.registerTable(
                    w.writable(), namespace(c), body(c, RegisterTableRequest.class))));
    routes.get(ResourcePaths.V1_TABLE, this::loadTable);
    routes.head(
        ResourcePaths.V1_TABLE, nothing((c, w) -> w.loadTable(table(c), SnapshotMode.REFS)));
    routes.post(
        ResourcePaths.V1_TABLE,
        read(
            (c, w) ->
                CatalogHandlers.updateTable(
                    w.writable(), table(c), body(c, UpdateTableRequest.class))));
    routes.delete(ResourcePaths.V1_TABLE, done(CatalogRoutes::dropTable));
    routes.post(
        ResourcePaths.V1_TABLE_RENAME,
        done(
            (c, w) ->
                CatalogHandlers.renameTable(w.writable(), body(c, RenameTableRequest.class))));
    // Scan and commit metrics are taken and dropped.
    routes.post(ResourcePaths.V1_TABLE_METRICS, context -> context.status(204));
  }

  private void registerViews(RoutesConfig routes) {
    routes.get(
        ResourcePaths.V1_VIEWS,
        read(
            (c, w) -> {
              // addAll asks the list for null, which an immutable list refuses.
              ListTablesResponse.Builder views = ListTablesResponse.builder();
              w.listViews(namespace(c)).forEach(views::add);
              return views.build();
            }));
    routes.post(
        ResourcePaths.V1_VIEWS,
        read(
            (c, w) ->
                CatalogHandlers.createView(
                    w.writable(), namespace(c), body(c, CreateViewRequest.class))));
    routes.get(ResourcePaths.V1_VIEW, read((c, w) -> w.loadView(view(c))));
    routes.head(ResourcePaths.V1_VIEW, nothing((c, w) -> w.loadView(view(c))));
    routes.post(
        ResourcePaths.V1_VIEW,
        read(
            (c, w) ->
                CatalogHandlers.updateView(
                    w.writable(), view(c), body(c, UpdateTableRequest.class))));
    routes.delete(
        ResourcePaths.V1_VIEW, done((c, w) -> CatalogHandlers.dropView(w.writable(), view(c))));
    routes.post(
        ResourcePaths.V1_VIEW_RENAME,
        done(
            (c, w) -> CatalogHandlers.renameView(w.writable(), body(c, RenameTableRequest.class))));
  }

  private ConfigResponse config(Context context) {
    String name = Optional.ofNullable(context.queryParam("warehouse")).orElse("live");
    warehouse(name);
    return ConfigResponse.builder().withOverride("prefix", name).withEndpoints(ENDPOINTS).build();
  }

  private void loadTable(Context context) {
    Warehouse warehouse = warehouse(context.pathParam("prefix"));
    TableIdentifier table = table(context);
    Optional<String> etag = BusyRetry.run(() -> warehouse.etag(table));
    if (etag.isPresent()) {
      context.header("ETag", etag.get());
      if (etag.get().equals(context.header("If-None-Match"))) {
        context.status(304);
        return;
      }
    }
    SnapshotMode snapshots =
        "refs".equals(context.queryParam("snapshots")) ? SnapshotMode.REFS : SnapshotMode.ALL;
    answer(context, BusyRetry.run(() -> warehouse.loadTable(table, snapshots)));
  }

  private static Object createTable(Context context, Warehouse warehouse) {
    CreateTableRequest request = body(context, CreateTableRequest.class);
    request.validate();
    return request.stageCreate()
        ? CatalogHandlers.stageTableCreate(warehouse.writable(), namespace(context), request)
        : CatalogHandlers.createTable(warehouse.writable(), namespace(context), request);
  }

  private static void dropTable(Context context, Warehouse warehouse) {
    if (Boolean.parseBoolean(context.queryParam("purgeRequested"))) {
      CatalogHandlers.purgeTable(warehouse.writable(), table(context));
    } else {
      CatalogHandlers.dropTable(warehouse.writable(), table(context));
    }
  }

  private io.javalin.http.Handler read(BiFunction<Context, Warehouse, Object> work) {
    return context -> {
      Warehouse warehouse = warehouse(context.pathParam("prefix"));
      // The body is read once; Javalin keeps it for a second attempt.
      answer(context, BusyRetry.run(() -> work.apply(context, warehouse)));
    };
  }

  private io.javalin.http.Handler nothing(BiFunction<Context, Warehouse, Object> work) {
    return context -> {
      Warehouse warehouse = warehouse(context.pathParam("prefix"));
      Object unused = BusyRetry.run(() -> work.apply(context, warehouse));
      context.status(204);
    };
  }

  private io.javalin.http.Handler done(java.util.function.BiConsumer<Context, Warehouse> work) {
    return nothing(
        (context, warehouse) -> {
          work.accept(context, warehouse);
          return "";
        });
  }

  private Warehouse warehouse(String name) {
    Warehouse warehouse = warehouses.get(name.toLowerCase(Locale.ROOT));
    if (warehouse == null) {
      throw new IllegalArgumentException(
          "Warehouse '" + name + "' does not exist: take live, published or release");
    }
    return warehouse;
  }

  private static Namespace namespace(Context context) {
    return namespaceOf(context.pathParam("namespace"));
  }

  private static Namespace namespaceOf(@Nullable String text) {
    return text == null || text.isEmpty()
        ? Namespace.empty()
        : RESTUtil.namespaceFromQueryParam(text);
  }

  private static TableIdentifier table(Context context) {
    return TableIdentifier.of(namespace(context), context.pathParam("table"));
  }

  private static TableIdentifier view(Context context) {
    return TableIdentifier.of(namespace(context), context.pathParam("view"));
  }

  private static <T> T body(Context context, Class<T> type) {
    try {
      return RestMapper.mapper().readValue(context.bodyAsBytes(), type);
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the request: " + e.getMessage(), e);
    }
  }

  static void answer(Context context, Object response) {
    try {
      context
          .contentType("application/json")
          .result(RestMapper.mapper().writeValueAsBytes(response));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the answer", e);
    }
  }
}
