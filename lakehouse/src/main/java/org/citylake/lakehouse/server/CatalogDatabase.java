package org.citylake.lakehouse.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * The database that the catalog keeps its pointers in: SQLite in the home, or what the environment
 * names.
 *
 * @param url JDBC address
 * @param properties of the driver
 */
record CatalogDatabase(String url, Map<String, String> properties) {
  static final String URL = "CITYLAKE_CATALOG_JDBC_URL";
  static final String USER = "CITYLAKE_CATALOG_JDBC_USER";
  static final String PASSWORD = "CITYLAKE_CATALOG_JDBC_PASSWORD";

  CatalogDatabase {
    properties = Map.copyOf(properties);
  }

  /** The database of a home, unless the environment names another one. */
  static CatalogDatabase of(Home home, Map<String, String> environment) {
    String url = environment.get(URL);
    if (url != null && !url.isBlank()) {
      Map<String, String> properties = new HashMap<>();
      putIfThere(properties, "user", environment.get(USER));
      putIfThere(properties, "password", environment.get(PASSWORD));
      return new CatalogDatabase(url, properties);
    }
    // Readers do not wait for the writer, and a writer waits for another before it gives up.
    return new CatalogDatabase(
        "jdbc:sqlite:" + home.catalogDatabase(),
        Map.of("journal_mode", "WAL", "busy_timeout", "20000", "transaction_mode", "IMMEDIATE"));
  }

  /** Iceberg's catalog over this database. */
  JdbcCatalog openCatalog(String warehouse) {
    Map<String, String> options = new HashMap<>();
    options.put(CatalogProperties.URI, url);
    options.put(CatalogProperties.WAREHOUSE_LOCATION, warehouse);
    options.put(CatalogProperties.FILE_IO_IMPL, "org.apache.iceberg.io.ResolvingFileIO");
    // Without it there are no views.
    options.put("jdbc.schema-version", "V1");
    properties.forEach((key, value) -> options.put(JdbcCatalog.PROPERTY_PREFIX + key, value));
    JdbcCatalog catalog = new JdbcCatalog();
    catalog.setConf(new Configuration());
    catalog.initialize("citylake", options);
    return catalog;
  }

  /** A connection of its own for the caller to close. */
  Connection connect() throws SQLException {
    Properties options = new Properties();
    options.putAll(properties);
    return DriverManager.getConnection(url, options);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return url;
  }

  private static void putIfThere(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
