package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;

/**
 * The filters at a dashboard's side: by area and by period, over every chart whose dataset has the
 * column; its values are those of the one that most charts stand on.
 */
final class NativeFilters {
  private final String page;
  private final Map<String, Asset> datasets;
  private final Map<Asset, Integer> shown = new LinkedHashMap<>();

  NativeFilters(String page, Collection<Asset> datasets) {
    this.page = page;
    this.datasets =
        datasets.stream().collect(Collectors.toMap(asset -> asset.uuid().toString(), a -> a));
  }

  /** Takes a chart's dataset into account. */
  void over(Asset chart) {
    Asset dataset = datasets.get(chart.content().path("dataset_uuid").asText());
    if (dataset != null) {
      shown.merge(dataset, 1, Integer::sum);
    }
  }

  /** The filters, as a dashboard's metadata has them. */
  ArrayNode configuration() {
    ArrayNode filters = Json.mapper().createArrayNode();
    add(filters, "area_zh", "地区 Area", true);
    add(filters, "time_period", "时期 Period", false);
    return filters;
  }

  private void add(ArrayNode filters, String column, String name, boolean ascending) {
    shown.entrySet().stream()
        .filter(
            entry ->
                entry
                    .getKey()
                    .content()
                    .path("columns")
                    .findValuesAsText("column_name")
                    .contains(column))
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .ifPresent(
            dataset -> {
              ObjectNode filter = filters.addObject();
              filter.put("id", "NATIVE_FILTER-" + page + "-" + column);
              filter.put("type", "NATIVE_FILTER").put("filterType", "filter_select");
              filter.put("name", name).put("description", "");
              ObjectNode target = filter.putArray("targets").addObject();
              target.put("datasetUuid", dataset.uuid().toString());
              target.putObject("column").put("name", column);
              filter
                  .putObject("controlValues")
                  .put("multiSelect", true)
                  .put("enableEmptyFilter", false)
                  .put("defaultToFirstItem", false)
                  .put("inverseSelection", false)
                  .put("searchAllOptions", false)
                  .put("sortAscending", ascending);
              ObjectNode scope = filter.putObject("scope");
              scope.putArray("rootPath").add("ROOT_ID");
              scope.putArray("excluded");
              filter.putArray("cascadeParentIds");
              ObjectNode mask = filter.putObject("defaultDataMask");
              mask.putObject("extraFormData");
              mask.putObject("filterState");
            });
  }
}
