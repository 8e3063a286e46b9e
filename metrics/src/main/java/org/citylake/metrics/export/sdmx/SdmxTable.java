package org.citylake.metrics.export.sdmx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.figure.IndexFigures;

/**
 * A table as a data structure: which columns are dimensions, which the measure, which attributes.
 *
 * @param structure id of the data structure definition
 * @param table the rows
 * @param dimensions in the order of the keys
 * @param measure the column of OBS_VALUE
 * @param attributes of each observation
 */
record SdmxTable(
    String structure,
    ExportTable table,
    List<Component> dimensions,
    String measure,
    List<Component> attributes) {
  static final String VALUES = "metric.indicator_value";

  private static final Pattern YEARS = Pattern.compile("(\\d{4})/(\\d{4})");
  private static final Names AREA = new Names("地区", "Reference area");
  private static final Names INDICATOR = new Names("指标", "Indicator");
  private static final Names TIME = new Names("时期", "Time period");
  private static final Names STATUS = new Names("观测状态", "Observation status");
  private static final Names UNIT = new Names("计量单位", "Unit of measure");

  /** SDMX's code list CL_OBS_STATUS, as far as the platform uses it. */
  private static final Map<String, Names> STATUSES =
      Map.of(
          "A", new Names("正常值", "Normal value"),
          "E", new Names("估计值", "Estimated value"),
          "M", new Names("缺失", "Missing value"),
          "P", new Names("初步值", "Provisional value"));

  private static final Map<String, Names> SOURCES =
      Map.of(
          "computed", new Names("计算", "Computed"),
          "reported", new Names("填报", "Reported"),
          "imputed", new Names("推算", "Imputed"),
          "synthetic", new Names("合成", "Synthetic"));

  private static final Map<String, Names> SCORES =
      Map.of(
          "scored", new Names("已计分", "Scored"),
          "partial", new Names("部分权重缺失", "Some weight is missing"),
          "unscored", new Names("未计分", "Not scored"));

  /** The structure of a table; empty for a table that has none. */
  static Optional<SdmxTable> of(ExportTable table, ExportReference reference) {
    return switch (table.name()) {
      case VALUES -> Optional.of(values(table, reference));
      case IndexFigures.SCORE -> Optional.of(scores(table, reference));
      default -> Optional.empty();
    };
  }

  private static SdmxTable values(ExportTable table, ExportReference reference) {
    return new SdmxTable(
        "INDICATOR_VALUE",
        table,
        List.of(
            Component.coded("REF_AREA", AREA, "ref_area", reference::area),
            Component.coded("INDICATOR", INDICATOR, "indicator_code", reference::indicator),
            time()),
        "value",
        List.of(
            Component.coded("OBS_STATUS", STATUS, "obs_status", named(STATUSES)),
            Component.coded("UNIT_MEASURE", UNIT, "unit_measure", reference::unit),
            Component.coded(
                "VALUE_STATUS",
                new Names("数值来源", "Origin of the value"),
                "value_status",
                named(SOURCES)),
            Component.plain("QUALITY", new Names("质量码", "Quality"), "quality")));
  }

  private static SdmxTable scores(ExportTable table, ExportReference reference) {
    Names unit = new Names("分", "Score");
    return new SdmxTable(
        "INDEX_SCORE",
        table,
        List.of(
            Component.coded("REF_AREA", AREA, "unit", reference::area),
            Component.coded("INDICATOR", INDICATOR, "node", code -> node(code, reference)),
            new Component(
                "EDITION",
                new Names("指数版本", "Edition of the index"),
                Component.Kind.CODED,
                row -> String.valueOf(row.get("edition")).replace('/', '-'),
                code -> edition(code, reference)),
            time()),
        "score",
        List.of(
            new Component(
                "OBS_STATUS",
                STATUS,
                Component.Kind.CODED,
                row -> row.get("score") == null ? "M" : "A",
                named(STATUSES)),
            new Component("UNIT_MEASURE", UNIT, Component.Kind.CODED, row -> "score", code -> unit),
            Component.coded(
                "SCORE_STATUS", new Names("计分状态", "Status of the score"), "status", named(SCORES)),
            Component.plain("WEIGHT", new Names("权重", "Effective weight"), "weight"),
            Component.plain("RANK", new Names("排名", "Rank"), "rank"),
            Component.plain("MODEL", new Names("是否模型", "Whether it is a model"), "model")));
  }

  private static Component time() {
    return new Component(
        "TIME_PERIOD",
        TIME,
        Component.Kind.TIME,
        row -> period(String.valueOf(row.get("time_period"))),
        code -> new Names(code, code));
  }

  /** A span of years as SDMX's time range: {@code 2011/2015} becomes {@code 2011-01-01/P5Y}. */
  static String period(String text) {
    Matcher years = YEARS.matcher(text);
    return years.matches()
        ? years.group(1)
            + "-01-01/P"
            + (Integer.parseInt(years.group(2)) - Integer.parseInt(years.group(1)) + 1)
            + "Y"
        : text;
  }

  private static Function<String, Names> named(Map<String, Names> names) {
    return code -> names.getOrDefault(code, new Names(code, code));
  }

  private static Names node(String code, ExportReference reference) {
    return reference.editions().stream()
        .flatMap(e -> e.nodes().stream())
        .filter(n -> n.code().equals(code) && !n.nameZh().isEmpty() && !n.nameEn().isEmpty())
        .map(n -> new Names(n.nameZh(), n.nameEn()))
        .findFirst()
        .orElseGet(() -> reference.indicator(code));
  }

  private static Names edition(String code, ExportReference reference) {
    return reference.editions().stream()
        .filter(e -> e.id().replace('/', '-').equals(code))
        .map(e -> new Names(e.nameZh(), e.nameEn()))
        .findFirst()
        .orElse(new Names(code, code));
  }
}
