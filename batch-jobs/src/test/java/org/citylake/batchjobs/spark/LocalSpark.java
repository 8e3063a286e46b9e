package org.citylake.batchjobs.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Sessions over Iceberg tables in a folder. */
public final class LocalSpark {
  private LocalSpark() {}

  /** A session of its own, whose catalog is a folder. */
  public static SparkSession over(Path warehouse) {
    SparkSession session = SparkLake.inMemory().newSession();
    SqlFunctions.register(session);
    String prefix = "spark.sql.catalog." + SparkLake.CATALOG;
    session.conf().set(prefix, "org.apache.iceberg.spark.SparkCatalog");
    session.conf().set(prefix + ".type", "hadoop");
    session.conf().set(prefix + ".warehouse", warehouse.toUri().toString());
    session.conf().set(prefix + ".cache-enabled", "false");
    return session;
  }
}
