package org.citylake.superset.declared;

import java.util.UUID;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.ViewDeclaration;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/**
 * The view of the published figures with a metric for each indicator: the newest value that is
 * there. Grouped by area and period it is the value itself, so no figure is shown that SQL does not
 * give.
 */
final class FigureDataset {
  static final String VIEW = "figure";

  private FigureDataset() {}

  static Asset of(
      AssetUuid uuids, UUID database, ViewDeclaration view, DeclarationLibrary library) {
    DatasetAsset dataset = DatasetAsset.of(uuids, database, view);
    dataset.computed(
        "area_level",
        "CASE WHEN length(ref_area) > 6 THEN 'subdistrict'"
            + " WHEN ref_area LIKE '__0000' THEN 'city' ELSE 'district' END",
        "地区层级 Level of area");
    for (IndicatorDeclaration indicator : library.indicators()) {
      dataset
          .metric(
              indicator.code(),
              "max_by(value, time_period) FILTER (WHERE value IS NOT NULL AND indicator_code = '"
                  + indicator.code()
                  + "')",
              label(indicator, library),
              indicator.definitionZh() + " " + indicator.definitionEn())
          .put("d3format", format(indicator));
    }
    return dataset.asset();
  }

  /** The indicator's two names and its unit. */
  static String label(IndicatorDeclaration indicator, DeclarationLibrary library) {
    String unit = unit(indicator, library);
    return indicator.nameZh()
        + " "
        + indicator.nameEn()
        + (unit.isEmpty() ? "" : " (" + unit + ")");
  }

  /** The Chinese name of the indicator's unit; empty for plain numbers. */
  static String unit(IndicatorDeclaration indicator, DeclarationLibrary library) {
    return library.loadCodelist("unit_measure").rows().stream()
        .filter(row -> indicator.unit().equals(row.get("code")))
        .map(row -> row.getOrDefault("name_zh", ""))
        .findFirst()
        .orElse("");
  }

  /** How Superset's charts write a value of the indicator. */
  static String format(IndicatorDeclaration indicator) {
    return ",." + indicator.decimals() + "f";
  }
}
