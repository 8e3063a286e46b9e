package org.citylake.batchjobs.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.CatalogProperties;
import org.apache.spark.sql.SparkSession;

/** Makes the one Spark session of a process. */
public final class SparkLake {
  /** Spark's name of the catalog of live tables. */
  public static final String CATALOG = "lake";

  private SparkLake() {}

  /**
   * A session on this machine's cores over an Iceberg REST catalog.
   *
   * <p>The token is set on the builder and nowhere else: arguments, files and system properties of
   * a process can be read by others.
   *
   * @param uri address of the catalog server
   * @param token bearer token
   * @param warehouse the server's warehouse, {@code live} for reading and writing
   */
  public static SparkSession connect(URI uri, String token, String warehouse) {
    SparkSession session = configure(builder("local[2]"), uri, token, warehouse).getOrCreate();
    SqlFunctions.register(session);
    return session;
  }

  /** A session without a catalog, for queries over relations that are given in memory. */
  public static SparkSession inMemory() {
    SparkSession session = builder("local[1]").getOrCreate();
    SqlFunctions.register(session);
    return session;
  }

  private static SparkSession.Builder configure(
      SparkSession.Builder builder, URI uri, String token, String warehouse) {
    String prefix = "spark.sql.catalog." + CATALOG;
    return builder
        .config(prefix, "org.apache.iceberg.spark.SparkCatalog")
        .config(prefix + ".type", "rest")
        .config(prefix + ".uri", uri.toString())
        .config(prefix + ".token", token)
        .config(prefix + ".warehouse", warehouse)
        // Another process moves main between our reads: no table may answer from a cache.
        .config(prefix + ".cache-enabled", "false")
        // A manifest never changes.
        .config(prefix + "." + CatalogProperties.IO_MANIFEST_CACHE_ENABLED, "true");
  }

  private static SparkSession.Builder builder(String master) {
    return SparkSession.builder()
        .appName("citylake")
        .master(System.getProperty("citylake.spark.master", master))
        .withExtensions(new NamedRelations.Extension())
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.ansi.enabled", "true")
        // City tables are small; two hundred partitions of nothing cost seconds each.
        .config("spark.sql.shuffle.partitions", "2")
        // To compile a query costs more than to interpret it over so few rows.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.warehouse.dir", nowhere());
  }

  /**
   * Spark makes a folder for tables of its own wherever it is started, and none of ours ever stands
   * there: an empty temporary folder that goes with the process.
   */
  private static String nowhere() {
    try {
      Path folder = Files.createTempDirectory("citylake-spark");
      folder.toFile().deleteOnExit();
      return folder.toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder for Spark", e);
    }
  }
}
