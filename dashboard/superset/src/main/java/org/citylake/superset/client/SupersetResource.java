package org.citylake.superset.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Superset's lists tell of a database, dataset, chart or dashboard.
 *
 * @param id number in this Superset alone
 * @param uuid the same in every Superset that it was imported into
 * @param databaseName a database's name, else null
 * @param tableName a dataset's name, else null
 * @param sliceName a chart's name, else null
 * @param dashboardTitle a dashboard's title, else null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SupersetResource(
    @JsonProperty("id") int id,
    @JsonProperty("uuid") UUID uuid,
    @JsonProperty("database_name") @Nullable String databaseName,
    @JsonProperty("table_name") @Nullable String tableName,
    @JsonProperty("slice_name") @Nullable String sliceName,
    @JsonProperty("dashboard_title") @Nullable String dashboardTitle) {
  /** Its name, whatever its kind calls it. */
  public String name() {
    for (String name : new String[] {databaseName, tableName, sliceName, dashboardTitle}) {
      if (name != null) {
        return name;
      }
    }
    return uuid.toString();
  }
}
