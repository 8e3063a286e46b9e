package org.citylake.superset.declared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.core.json.Json;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/**
 * The chart that shows in Superset what a tile shows on the page. Tiles that only the page can draw
 * (maps, funnels, documents) have none.
 */
final class TileCharts {
  private final AssetUuid uuids;
  private final DeclarationLibrary library;
  private final Map<String, Asset> datasets;

  /** Charts over these datasets, by {@code schema.name}. */
  TileCharts(AssetUuid uuids, DeclarationLibrary library, Map<String, Asset> datasets) {
    this.uuids = uuids;
    this.library = library;
    this.datasets = Map.copyOf(datasets);
  }

  /** The tile's chart; empty when Superset has none for it. */
  Optional<Asset> chart(PageDeclaration page, Tile tile, int sameBefore) {
    // Title and place may change; what it shows is its identity.
    String key = page.name() + "/" + tile.type() + Json.line(tile.parameters()) + "/" + sameBefore;
    String title = tile.titleZh() + " " + tile.titleEn();
    return switch (tile.type()) {
      case "figure", "ranking" -> indicator(tile).map(i -> districts(key, title, i));
      case "time-series" -> Optional.of(series(key, title));
      case "indicator-table" -> Optional.of(figures(key, title, tile));
      case "index-ranking", "index-score" -> Optional.of(scores(key, title, tile));
      case "indicator-target" -> Optional.of(outlooks(key, title));
      case "warnings" -> Optional.of(warnings(key, title));
      default -> Optional.empty();
    };
  }

  private Optional<IndicatorDeclaration> indicator(Tile tile) {
    return library.findIndicator(String.valueOf(tile.parameters().get("indicator")));
  }

  private Asset districts(String key, String title, IndicatorDeclaration indicator) {
    return ChartAsset.bars(
            uuids, key, figures(), title, "area_zh", "value_status", indicator.code())
        .where("indicator_code", List.of(indicator.code()))
        .where("area_level", List.of("city", "district"))
        .axes("地区 Area", FigureDataset.label(indicator, library), FigureDataset.format(indicator))
        .description(
            "最新一期 Newest period. " + indicator.definitionZh() + " " + indicator.definitionEn())
        .asset();
  }

  private Asset series(String key, String title) {
    return ChartAsset.lines(
            uuids, key, figures(), title, "time_period", "area_zh", "pm25_annual_mean")
        .where("indicator_code", List.of("pm25_annual_mean"))
        .axes("时期 Period", "PM2.5 (μg/m³)", ",.1f")
        .asset();
  }

  private Asset figures(String key, String title, Tile tile) {
    return ChartAsset.table(
            uuids,
            key,
            figures(),
            title,
            List.of("indicator_zh", "area_zh", "time_period", "value", "unit_zh", "value_status"),
            ordered("time_period", false, "indicator_zh", true, "area_zh", true))
        .where("indicator_code", codes(tile))
        .where("area_level", List.of("city", "district"))
        .asset();
  }

  private List<String> codes(Tile tile) {
    List<String> domains = new ArrayList<>(texts(tile.parameters().get("domains")));
    domains.addAll(texts(tile.parameters().get("domain")));
    List<String> named = texts(tile.parameters().get("indicators"));
    return library.indicators().stream()
        .filter(i -> domains.contains(i.domain()) || named.contains(i.code()))
        .map(IndicatorDeclaration::code)
        .toList();
  }

  private Asset scores(String key, String title, Tile tile) {
    String index =
        tile.parameters().containsKey("index") ? tile.parameters().get("index") + "/" : "";
    List<String> editions =
        library.editions().stream()
            .map(EditionDeclaration::id)
            .filter(e -> e.startsWith(index))
            .toList();
    return ChartAsset.table(
            uuids,
            key,
            dataset(RankDataset.VIEW),
            title,
            List.of("edition", "rank", "area_zh", "score", "peer_group", "rests_on"),
            ordered("edition", false, "rank", true, "ref_area", true))
        .where("edition", editions)
        .asset();
  }

  private Asset outlooks(String key, String title) {
    return ChartAsset.table(
            uuids,
            key,
            dataset("target_progress"),
            title,
            List.of(
                "indicator_zh",
                "area_zh",
                "time_period",
                "target",
                "actual_period",
                "actual",
                "unit_zh",
                "gap",
                "pace_needed",
                "pace_made",
                "outlook_zh",
                "outlook_en"),
            ordered("indicator_code", true, "ref_area", true, "time_period", true))
        .asset();
  }

  private Asset warnings(String key, String title) {
    return ChartAsset.table(
            uuids,
            key,
            dataset("warning"),
            title,
            List.of("level", "area_zh", "message_zh", "message_en", "since", "owner", "synthetic"),
            ordered("level", true, "since", false, "message_en", true))
        .asset();
  }

  private Asset figures() {
    return dataset(FigureDataset.VIEW);
  }

  private Asset dataset(String view) {
    Asset dataset = datasets.get(ViewDeclaration.PREFIX + view);
    if (dataset == null) {
      throw new CityLakeException(
          Kind.DATA, "The charts read the view '" + view + "', which no folder declares");
    }
    return dataset;
  }

  private static Map<String, Boolean> ordered(
      String first, boolean firstUp, String second, boolean secondUp, String third, boolean up) {
    Map<String, Boolean> order = new LinkedHashMap<>();
    order.put(first, firstUp);
    order.put(second, secondUp);
    order.put(third, up);
    return order;
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : value == null ? List.of() : List.of(value.toString());
  }
}
