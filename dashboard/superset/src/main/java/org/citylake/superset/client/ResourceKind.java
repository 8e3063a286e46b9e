package org.citylake.superset.client;

import java.util.List;

/** The four kinds of things that Superset keeps by uuid, in the order in which they build up. */
public enum ResourceKind {
  /** A connection to a database. */
  DATABASE("database", "databases", List.of("id", "uuid", "database_name")),
  /** A table or query with columns and metrics. */
  DATASET("dataset", "datasets", List.of("id", "uuid", "table_name")),
  /** One chart over a dataset. */
  CHART("chart", "charts", List.of("id", "uuid", "slice_name")),
  /** Charts on one page. */
  DASHBOARD("dashboard", "dashboards", List.of("id", "uuid", "dashboard_title"));

  private final String path;
  private final String folder;
  private final List<String> columns;

  ResourceKind(String path, String folder, List<String> columns) {
    this.path = path;
    this.folder = folder;
    this.columns = columns;
  }

  /** Its place in the API, with the slash that Superset wants at the end. */
  String path() {
    return "/api/v1/" + path + "/";
  }

  /** The columns that lists are asked for. */
  List<String> columns() {
    return columns;
  }

  /** The folder of a bundle that its files stand in. */
  public String folder() {
    return folder;
  }

  /** Its name in what a person reads. */
  public String label() {
    return path;
  }
}
