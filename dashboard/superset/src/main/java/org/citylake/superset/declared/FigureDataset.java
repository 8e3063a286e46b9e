package org.citylake.superset.declared;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.superset.asset.Asset;
import org.citylake.superset.asset.AssetUuid;

/**
 * The published figures with the names of their indicators and areas, and a metric for each
 * indicator: the newest value that is there. Grouped by area and period it is the value itself, so
 * no figure is shown that SQL does not give.
 */
final class FigureDataset {
  static final String NAME = "figures";

  private FigureDataset() {}

  static Asset of(AssetUuid uuids, UUID database, DeclarationLibrary library) {
    DatasetAsset dataset =
        new DatasetAsset(
                uuids,
                database,
                "metric",
                NAME,
                "指标数值，附指标与地区名称 Published figures with the names of indicators and areas")
            .sql(statement(library));
    dataset.column("indicator_code", "VARCHAR", "指标代码 Indicator code");
    dataset.column("indicator_zh", "VARCHAR", "指标 Indicator");
    dataset.column("indicator_en", "VARCHAR", "指标（英文） Indicator, English");
    dataset.column("ref_area", "VARCHAR", "地区代码 Area code");
    dataset.column("area_zh", "VARCHAR", "地区 Area");
    dataset.column("area_level", "VARCHAR", "地区层级 Level of area");
    dataset.column("time_period", "VARCHAR", "时期 Period");
    dataset.column("value", "DECIMAL(38,10)", "数值 Value");
    dataset.column("unit_zh", "VARCHAR", "单位 Unit");
    dataset.column("value_status", "VARCHAR", "数值来源 Kind of value");
    dataset.column("obs_status", "VARCHAR", "观测状态 Status");
    for (IndicatorDeclaration indicator : library.indicators()) {
      dataset
          .metric(
              indicator.code(),
              "max_by(value, time_period) FILTER (WHERE value IS NOT NULL AND indicator_code = "
                  + text(indicator.code())
                  + ")",
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

  private static String statement(DeclarationLibrary library) {
    String names =
        library.indicators().stream()
            .map(
                i ->
                    "("
                        + text(i.code())
                        + ", "
                        + text(i.nameZh())
                        + ", "
                        + text(i.nameEn())
                        + ", "
                        + text(unit(i, library))
                        + ")")
            .collect(Collectors.joining(",\n    "));
    return """
        SELECT v.indicator_code, n.indicator_zh, n.indicator_en, v.ref_area,
          coalesce(d.name_zh, s.name_zh, c.name_zh, v.ref_area) AS area_zh,
          CASE WHEN length(v.ref_area) > 6 THEN 'subdistrict'
            WHEN v.ref_area LIKE '%%0000' THEN 'city' ELSE 'district' END AS area_level,
          v.time_period, v.value, n.unit_zh, v.value_status, v.obs_status
        FROM metric.indicator_value v
        LEFT JOIN (VALUES
            %s
          ) AS n (indicator_code, indicator_zh, indicator_en, unit_zh)
          ON n.indicator_code = v.indicator_code
        LEFT JOIN city.district d
          ON d.code = v.ref_area AND d.valid_from = v.ref_area_valid_from
        LEFT JOIN city.subdistrict s ON s.code = v.ref_area
        LEFT JOIN (VALUES %s) AS c (code, name_zh) ON c.code = v.ref_area"""
        .formatted(names, cities(library));
  }

  private static String cities(DeclarationLibrary library) {
    Codelist divisions = library.loadCodelist("division");
    List<String> cities =
        divisions.rows().stream()
            .filter(row -> row.getOrDefault("code", "").endsWith("0000"))
            .map(
                row ->
                    "("
                        + text(row.getOrDefault("code", ""))
                        + ", "
                        + text(row.getOrDefault("name_zh", ""))
                        + ")")
            .toList();
    return cities.isEmpty() ? "('', '')" : String.join(", ", cities);
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
