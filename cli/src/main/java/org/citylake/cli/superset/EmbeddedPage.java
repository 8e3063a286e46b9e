package org.citylake.cli.superset;

import java.util.List;
import java.util.UUID;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;
import org.citylake.superset.client.ResourceKind;
import org.citylake.superset.client.SupersetClient;
import org.citylake.superset.client.SupersetResource;
import org.citylake.superset.declared.DeclaredAssets;

/**
 * The dashboard of a page in a Superset.
 *
 * @param page the page's name
 * @param id the dashboard's number there
 * @param datasets that its charts stand on, as declared
 */
record EmbeddedPage(String page, int id, List<Asset> datasets) {
  /**
   * Finds the dashboard.
   *
   * @throws CityLakeException of kind USER when the page has none, or it was not applied yet
   */
  static EmbeddedPage of(
      String page, AssetUuid uuids, DeclaredAssets declared, SupersetClient client) {
    UUID uuid = uuids.of(ResourceKind.DASHBOARD, page);
    Asset dashboard =
        declared.assets().stream()
            .filter(asset -> asset.uuid().equals(uuid))
            .findFirst()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "No page '"
                            + page
                            + "' has a dashboard; ./citylake superset plan lists them"));
    int id =
        client.list(ResourceKind.DASHBOARD).stream()
            .filter(resource -> resource.uuid().equals(uuid))
            .map(SupersetResource::id)
            .findFirst()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.USER,
                        "The dashboard of '"
                            + page
                            + "' is not there yet: ./citylake superset apply"));
    List<String> charts = dashboard.content().path("position").findValuesAsText("uuid");
    List<String> datasets =
        declared.assets().stream()
            .filter(asset -> charts.contains(asset.uuid().toString()))
            .map(chart -> chart.content().path("dataset_uuid").asText())
            .distinct()
            .toList();
    return new EmbeddedPage(
        page,
        id,
        declared.assets().stream()
            .filter(asset -> datasets.contains(asset.uuid().toString()))
            .toList());
  }
}
