package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;

/** The connection to Trino's catalog of the newest release: read-only, TLS, one user's grants. */
final class DatabaseAsset {
  private static final String MASK = "XXXXXXXXXX";

  private DatabaseAsset() {}

  static Asset of(AssetUuid uuids, SqlConnection sql) {
    ObjectNode database = Json.mapper().createObjectNode();
    database.put("uuid", uuids.of(ResourceKind.DATABASE, "published").toString());
    database.put("version", "1.0.0");
    database.put("database_name", "CityLake " + uuids.site());
    // The password travels beside the bundle; this is what Superset shows in its place.
    database.put(
        "sqlalchemy_uri",
        "trino://"
            + sql.reader().name()
            + ":"
            + MASK
            + "@"
            + sql.host()
            + ":"
            + sql.port()
            + "/published");
    database.put("expose_in_sqllab", true);
    for (String refused :
        new String[] {
          "allow_run_async",
          "allow_ctas",
          "allow_cvas",
          "allow_dml",
          // Superset 5.0 imports no connection that does not say it.
          "allow_csv_upload",
          "impersonate_user"
        }) {
      database.put(refused, false);
    }
    ObjectNode extra = database.putObject("extra");
    extra.put("allows_virtual_table_explore", true);
    extra
        .putObject("engine_params")
        .putObject("connect_args")
        .put("http_scheme", "https")
        .put("verify", sql.certificate().toString());
    return new Asset(ResourceKind.DATABASE, database);
  }
}
