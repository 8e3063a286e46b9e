package org.citylake.lakehouse.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.rest.RESTCatalog;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * One warehouse of an Iceberg REST catalog: {@code live} (read and write), {@code published} (the
 * newest release) or {@code release} (every release). Tables are named {@code namespace.table}.
 * Safe for several threads.
 */
public final class LakeCatalog implements AutoCloseable {
  /** The warehouse that is written. */
  public static final String LIVE = "live";

  /** The newest release, read-only. */
  public static final String PUBLISHED = "published";

  /** Every release, read-only, in namespaces {@code rID__city}. */
  public static final String RELEASE = "release";

  private final RESTCatalog catalog;

  private LakeCatalog(RESTCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Connects to a warehouse.
   *
   * @throws CityLakeException of kind EXTERNAL when nothing answers at the address, of kind USER
   *     when there is no such warehouse
   * @throws org.apache.iceberg.exceptions.NotAuthorizedException when the token is not the server's
   */
  public static LakeCatalog connect(URI uri, String token, String warehouse) {
    RESTCatalog catalog = new RESTCatalog();
    catalog.setConf(new Configuration());
    try {
      catalog.initialize(
          warehouse,
          Map.of(
              CatalogProperties.URI,
              uri.toString(),
              CatalogProperties.WAREHOUSE_LOCATION,
              warehouse,
              "token",
              token,
              "rest-metrics-reporting-enabled",
              "false",
              // A manifest never changes, and a run plans many scans over the same small tables.
              CatalogProperties.IO_MANIFEST_CACHE_ENABLED,
              "true"));
    } catch (org.apache.iceberg.exceptions.NotAuthorizedException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CityLakeException(
          Kind.USER, "Cannot use warehouse '" + warehouse + "': " + e.getMessage(), e);
    } catch (RESTException e) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "Cannot use warehouse '"
              + warehouse
              + "' of the catalog at "
              + uri
              + ": "
              + e.getMessage()
              + "; see that its server runs and the address is right",
          e);
    }
    return new LakeCatalog(catalog);
  }

  /** The catalog as Iceberg knows it. */
  public RESTCatalog iceberg() {
    return catalog;
  }

  /**
   * The table, as it is now.
   *
   * @throws CityLakeException of kind DATA when there is none of that name
   */
  public Table load(String fullName) {
    try {
      return catalog.loadTable(identifier(fullName));
    } catch (NoSuchTableException e) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot find table '"
              + fullName
              + "' in warehouse '"
              + catalog.name()
              + "': apply its contract or publish a release that has it",
          e);
    }
  }

  /** Whether there is a table of that name. */
  public boolean exists(String fullName) {
    return catalog.tableExists(identifier(fullName));
  }

  /** Names of all tables, ordered. */
  public List<String> tableNames() {
    return catalog.listNamespaces(Namespace.empty()).stream()
        .flatMap(namespace -> catalog.listTables(namespace).stream())
        .map(TableIdentifier::toString)
        .sorted()
        .toList();
  }

  /** {@code namespace.table} as Iceberg's identifier. */
  public static TableIdentifier identifier(String fullName) {
    int dot = fullName.indexOf('.');
    if (dot <= 0 || dot == fullName.length() - 1 || fullName.indexOf('.', dot + 1) >= 0) {
      throw new IllegalArgumentException("'" + fullName + "' is not namespace.table");
    }
    return TableIdentifier.of(fullName.substring(0, dot), fullName.substring(dot + 1));
  }

  @Override
  public void close() {
    try {
      catalog.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the catalog's connection", e);
    }
  }
}
