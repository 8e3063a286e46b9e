package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;

/**
 * A chart under construction. It says its query twice, as Superset wants it: in the chart's own
 * parameters, and as the query whose rows the API gives.
 */
final class ChartAsset {
  private static final int ROWS = 1000;

  private final ObjectNode chart = Json.mapper().createObjectNode();
  private final ObjectNode params = Json.mapper().createObjectNode();
  private final ArrayNode filters = Json.mapper().createArrayNode();
  private final ObjectNode query = Json.mapper().createObjectNode();

  private ChartAsset(AssetUuid uuids, String key, Asset dataset, String type, String title) {
    chart.put("uuid", uuids.of(ResourceKind.CHART, key).toString());
    chart.put("version", "1.0.0");
    chart.put("dataset_uuid", dataset.uuid().toString());
    chart.put("slice_name", title);
    chart.put("viz_type", type);
    params.put("viz_type", type).put("row_limit", ROWS);
    params.putArray("adhoc_filters");
    query.put("row_limit", ROWS);
  }

  /** Bars of one metric by one column, largest first, coloured by another column. */
  static ChartAsset bars(
      AssetUuid uuids,
      String key,
      Asset dataset,
      String title,
      String by,
      String colour,
      String metric) {
    ChartAsset chart = new ChartAsset(uuids, key, dataset, "echarts_timeseries_bar", title);
    chart.params.put("x_axis", by).put("show_legend", true).put("rich_tooltip", true);
    chart.params.put("x_axis_sort", metric).put("x_axis_sort_asc", false);
    chart.params.put("orientation", "horizontal").put("stack", "Stack").put("show_value", true);
    chart.params.set("metrics", names(metric));
    chart.params.set("groupby", names(colour));
    chart.query.set("columns", names(by, colour));
    chart.query.set("metrics", names(metric));
    chart.query.set("orderby", Json.mapper().createArrayNode().add(names(metric).add(false)));
    return chart;
  }

  /** A line of one metric over periods for each value of another column. */
  static ChartAsset lines(
      AssetUuid uuids,
      String key,
      Asset dataset,
      String title,
      String over,
      String each,
      String metric) {
    ChartAsset chart = new ChartAsset(uuids, key, dataset, "echarts_timeseries_line", title);
    chart.params.put("x_axis", over).put("show_legend", true).put("rich_tooltip", true);
    chart.params.put("x_axis_sort", over).put("x_axis_sort_asc", true);
    chart.params.set("metrics", names(metric));
    chart.params.set("groupby", names(each));
    chart.query.set("columns", names(over, each));
    chart.query.set("metrics", names(metric));
    chart.query.set("orderby", Json.mapper().createArrayNode().add(names(over).add(true)));
    return chart;
  }

  /** Rows of a dataset as they are. */
  static ChartAsset table(
      AssetUuid uuids,
      String key,
      Asset dataset,
      String title,
      List<String> columns,
      Map<String, Boolean> ascending) {
    ChartAsset chart = new ChartAsset(uuids, key, dataset, "table", title);
    ArrayNode names = names(columns.toArray(new String[0]));
    ArrayNode order = Json.mapper().createArrayNode();
    ArrayNode orderText = Json.mapper().createArrayNode();
    ascending.forEach(
        (column, up) -> {
          order.add(names(column).add(up));
          orderText.add(Json.line(List.of(column, up)));
        });
    chart.params.put("query_mode", "raw").put("server_page_length", 50).put("include_search", true);
    chart.params.put("show_cell_bars", false);
    chart.params.set("all_columns", names);
    chart.params.set("order_by_cols", orderText);
    chart.query.set("columns", names.deepCopy());
    chart.query.set("orderby", order);
    return chart;
  }

  /** Shows rows alone whose column has one of the values. */
  ChartAsset where(String column, List<String> values) {
    ArrayNode list = Json.mapper().createArrayNode();
    values.forEach(list::add);
    filters.addObject().put("col", column).put("op", "IN").set("val", list);
    ObjectNode shown = ((ArrayNode) params.get("adhoc_filters")).addObject();
    shown.put("clause", "WHERE").put("expressionType", "SIMPLE").put("subject", column);
    shown.put("operator", "IN").put("operatorId", "IN").set("comparator", list.deepCopy());
    return this;
  }

  /** Names the axes, with units, and says how values are written. */
  ChartAsset axes(String across, String values, String format) {
    params.put("x_axis_title", across).put("x_axis_title_margin", 60);
    params.put("y_axis_title", values).put("y_axis_title_margin", 40);
    params.put("y_axis_format", format);
    return this;
  }

  /** What the chart shows, in Chinese and English. */
  ChartAsset description(String text) {
    chart.put("description", text);
    return this;
  }

  Asset asset() {
    query.set("filters", filters);
    ObjectNode context = Json.mapper().createObjectNode();
    // The dataset's number is put in by Superset's import.
    context.putObject("datasource").put("id", 0).put("type", "table");
    context.put("force", false).put("result_format", "json").put("result_type", "full");
    context.putArray("queries").add(query);
    context.putObject("form_data");
    chart.set("params", params);
    chart.put("query_context", Json.line(context));
    return new Asset(ResourceKind.CHART, chart);
  }

  private static ArrayNode names(String... names) {
    ArrayNode array = Json.mapper().createArrayNode();
    for (String name : names) {
      array.add(name);
    }
    return array;
  }
}
