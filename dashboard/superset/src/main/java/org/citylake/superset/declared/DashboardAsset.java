package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;

/** A dashboard under construction: rows of twelve columns, headings between them. */
final class DashboardAsset {
  private static final int COLUMNS = 12;
  private static final int HEIGHT = 50;

  private final ObjectNode dashboard = Json.mapper().createObjectNode();
  private final ObjectNode position = Json.mapper().createObjectNode();
  private final ArrayNode grid;
  private ArrayNode row = Json.mapper().createArrayNode();
  private int free;
  private int rows;
  private int charts;
  private final NativeFilters filters;

  /**
   * An empty dashboard of a page.
   *
   * @param datasets that its charts may stand on
   */
  DashboardAsset(AssetUuid uuids, PageDeclaration page, Collection<Asset> datasets) {
    filters = new NativeFilters(page.name(), datasets);
    dashboard.put("uuid", uuids.of(ResourceKind.DASHBOARD, page.name()).toString());
    dashboard.put("version", "1.0.0");
    dashboard.put("dashboard_title", page.titleZh() + " " + page.titleEn());
    dashboard.put("slug", uuids.site() + "-" + page.name().replace('_', '-'));
    dashboard.put("published", true);
    position.put("DASHBOARD_VERSION_KEY", "v2");
    ObjectNode root = node("ROOT_ID", "ROOT");
    root.putArray("children").add("GRID_ID");
    ObjectNode gridNode = node("GRID_ID", "GRID");
    gridNode.putArray("parents").add("ROOT_ID");
    grid = gridNode.putArray("children");
    ObjectNode metadata = dashboard.putObject("metadata");
    metadata.put("color_scheme", "supersetColors").put("cross_filters_enabled", true);
    dashboard.set("position", position);
  }

  /** Begins a section. */
  void heading(String text) {
    String id = "HEADER-" + rows;
    ObjectNode header = node(id, "HEADER");
    header.putArray("children");
    header.putArray("parents").add("ROOT_ID").add("GRID_ID");
    header
        .putObject("meta")
        .put("text", text)
        .put("headerSize", "MEDIUM_HEADER")
        .put("background", "BACKGROUND_TRANSPARENT");
    grid.add(id);
    rows++;
    free = 0;
  }

  /** Puts a chart behind the last, in a new row when this one is full. */
  void chart(Tile tile, Asset chart) {
    int width = width(tile);
    if (width > free) {
      beginRow();
    }
    String id = "CHART-" + charts++;
    ObjectNode node = node(id, "CHART");
    node.putArray("children");
    node.putArray("parents").add("ROOT_ID").add("GRID_ID").add("ROW-" + (rows - 1));
    node.putObject("meta")
        .put("width", width)
        .put("height", HEIGHT)
        .put("chartId", charts)
        .put("uuid", chart.uuid().toString())
        .put("sliceName", chart.name());
    row.add(id);
    free -= width;
    filters.over(chart);
  }

  Asset asset() {
    ((ObjectNode) dashboard.path("metadata"))
        .set("native_filter_configuration", filters.configuration());
    return new Asset(ResourceKind.DASHBOARD, dashboard);
  }

  private void beginRow() {
    String id = "ROW-" + rows++;
    ObjectNode node = node(id, "ROW");
    row = node.putArray("children");
    node.putArray("parents").add("ROOT_ID").add("GRID_ID");
    node.putObject("meta").put("background", "BACKGROUND_TRANSPARENT");
    grid.add(id);
    free = COLUMNS;
  }

  private ObjectNode node(String id, String type) {
    return position.putObject(id).put("id", id).put("type", type);
  }

  private static int width(Tile tile) {
    return switch (tile.width()) {
      case "half" -> 6;
      case "two-thirds" -> 8;
      case "full" -> COLUMNS;
      // Bars of sixteen districts need room.
      default -> 4;
    };
  }
}
