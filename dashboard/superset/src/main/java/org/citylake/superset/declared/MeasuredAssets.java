package org.citylake.superset.declared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/** Assets of a given number over the view of figures, to measure how long an apply takes. */
public final class MeasuredAssets {
  private MeasuredAssets() {}

  /**
   * So many datasets, charts and dashboards. Datasets are queries, as some Supersets take a table's
   * name once; each has all metrics, each chart shows an indicator by area.
   */
  public static DeclaredAssets of(
      DeclarationLibrary library,
      AssetUuid uuids,
      SqlConnection sql,
      int datasets,
      int charts,
      int dashboards) {
    ViewDeclaration view = library.findView(FigureDataset.VIEW).orElseThrow();
    Asset database = DatabaseAsset.of(uuids, sql);
    List<Asset> data = new ArrayList<>();
    for (int i = 0; i < datasets; i++) {
      Asset figures = FigureDataset.of(uuids, database.uuid(), view, library);
      ObjectNode content = figures.content();
      String name = uuids.site() + "_" + i;
      content.put("uuid", uuids.of(figures.kind(), name).toString());
      content.put("table_name", name);
      content.put("sql", "SELECT * FROM " + view.fullName());
      data.add(figures);
    }
    List<Asset> shown = new ArrayList<>();
    List<DashboardAsset> pages = new ArrayList<>();
    for (int i = 0; i < dashboards; i++) {
      pages.add(new DashboardAsset(uuids, page(uuids.site() + i), data));
    }
    for (int i = 0; i < charts; i++) {
      IndicatorDeclaration indicator = library.indicators().get(i % library.indicators().size());
      String title = uuids.site() + " " + i + " " + indicator.nameEn();
      Asset chart =
          ChartAsset.bars(
                  uuids,
                  "chart " + i,
                  data.get(i % datasets),
                  title,
                  "area_zh",
                  "value_status",
                  indicator.code())
              .where("indicator_code", List.of(indicator.code()))
              .asset();
      shown.add(chart);
      pages
          .get(i % dashboards)
          .chart(new Tile("figure", title, title, "", "", "third", Map.of()), chart);
    }
    List<Asset> all = new ArrayList<>();
    all.add(database);
    all.addAll(data);
    all.addAll(shown);
    pages.forEach(page -> all.add(page.asset()));
    return new DeclaredAssets(all, DeclaredAccess.none(), List.of(), List.of());
  }

  private static PageDeclaration page(String name) {
    return new PageDeclaration(
        name, name, name, "", "", 0, List.of(), Optional.empty(), Path.of("/"), "");
  }
}
