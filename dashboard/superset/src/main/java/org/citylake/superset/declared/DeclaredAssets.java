package org.citylake.superset.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/**
 * Everything that Superset should hold: the connection, a dataset for each view and for each
 * published table of figures and trusted data, a chart for each tile that Superset can draw, a
 * dashboard for each page that has such tiles, roles and rules for whom they are shown to, reports
 * of dashboards.
 *
 * @param assets databases before datasets before charts before dashboards
 * @param access roles and rules
 * @param reports what is mailed
 * @param pageOnly tiles that the page alone shows, as {@code page: type}
 */
public record DeclaredAssets(
    List<Asset> assets,
    DeclaredAccess access,
    List<DeclaredReport> reports,
    List<String> pageOnly) {
  private static final Set<String> NAMESPACES = Set.of("city", "metric");

  public DeclaredAssets {
    assets = List.copyOf(assets);
    reports = List.copyOf(reports);
    pageOnly = List.copyOf(pageOnly);
  }

  /** Nothing: what a site made is then declared no more. */
  public static DeclaredAssets none() {
    return new DeclaredAssets(List.of(), DeclaredAccess.none(), List.of(), List.of());
  }

  /** What the declarations say, for a site whose SQL answers there. */
  public static DeclaredAssets of(DeclarationLibrary library, AssetUuid uuids, SqlConnection sql) {
    Asset database = DatabaseAsset.of(uuids, sql);
    Map<String, Asset> datasets = datasets(library, uuids, database.uuid());
    List<Asset> charts = new ArrayList<>();
    List<Asset> dashboards = new ArrayList<>();
    List<DeclaredReport> reports = new ArrayList<>();
    List<String> pageOnly = new ArrayList<>();
    TileCharts tileCharts = new TileCharts(uuids, library, datasets);
    for (PageDeclaration page : library.pages()) {
      DashboardAsset dashboard = new DashboardAsset(uuids, page, datasets.values());
      Map<Object, Integer> seen = new HashMap<>();
      int before = charts.size();
      for (Tile tile : page.tiles()) {
        if (!tile.sectionZh().isEmpty()) {
          dashboard.heading(tile.sectionZh() + " " + tile.sectionEn());
        }
        int same = seen.merge(List.of(tile.type(), tile.parameters()), 1, Integer::sum) - 1;
        Optional<Asset> chart = tileCharts.chart(page, tile, same);
        if (chart.isPresent()) {
          charts.add(chart.get());
          dashboard.chart(tile, chart.get());
        } else {
          pageOnly.add(page.name() + ": " + tile.type());
        }
      }
      if (charts.size() > before) {
        Asset made = dashboard.asset();
        dashboards.add(made);
        DeclaredReport.of(uuids, page, made.uuid()).ifPresent(reports::add);
      }
    }
    List<Asset> all = new ArrayList<>();
    all.add(database);
    all.addAll(datasets.values());
    all.addAll(charts);
    all.addAll(dashboards);
    return new DeclaredAssets(
        all, DeclaredAccess.of(library, uuids, all, sql.reader()), reports, pageOnly);
  }

  private static Map<String, Asset> datasets(
      DeclarationLibrary library, AssetUuid uuids, UUID database) {
    Map<String, Asset> datasets = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    for (ViewDeclaration view : library.views()) {
      names.add(view.id());
      datasets.put(
          view.fullName(),
          switch (view.id()) {
            case FigureDataset.VIEW -> FigureDataset.of(uuids, database, view, library);
            case RankDataset.VIEW -> RankDataset.of(uuids, database, view);
            default -> DatasetAsset.of(uuids, database, view).asset();
          });
    }
    for (TableDeclaration table : library.tables()) {
      // Some Supersets take a name once; the view of a table's name says more.
      if (NAMESPACES.contains(table.namespace()) && names.add(table.name())) {
        datasets.put(table.fullName(), DatasetAsset.of(uuids, database, table));
      }
    }
    return datasets;
  }
}
