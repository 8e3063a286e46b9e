package org.citylake.metrics.export;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.RobustnessDeclaration;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.IndexResult;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.TracePoint;
import org.citylake.metrics.index.panel.Datum;
import org.citylake.metrics.index.panel.Panel;
import org.jspecify.annotations.Nullable;

/**
 * An export of a small index that the engine scored: two fields with two indicators each, and one
 * indicator right below the root; the third unit lacks a whole field, the fourth has nothing.
 */
public final class IndexExamples {
  private static final List<String> UNITS = List.of("310101", "310104", "310105", "310106");
  private static final List<String> INDICATORS =
      List.of("network", "bandwidth", "services", "open_data", "security");
  private static final @Nullable Double[][] VALUES = {
    {91.3, 88.0, 77.7}, {30.0, 41.25, 12.5}, {66.0, 70.0, null}, {0.7, 13.0, null}, {5.0, null, 3.0}
  };

  private IndexExamples() {}

  /** What is exported, with that method of aggregation. */
  public static ExportContents contents(String method, String missing, String... formats) {
    EditionDeclaration edition = edition(method, missing);
    IndexResult result = IndexEngine.score(edition, panel());
    return new ExportContents(
        declaration(formats),
        facts(),
        reference(edition),
        List.of(scores(result), trace(result), values()));
  }

  /** The same index, its score multiplied by a coefficient that the last of the scored lacks. */
  public static ExportContents withCoefficient(String... formats) {
    EditionDeclaration plain = edition("arithmetic-mean", "renormalise");
    Map<String, Step> steps = new LinkedHashMap<>(plain.steps());
    steps.put("coefficient", new Step("multiply", Map.of("indicator", "caution")));
    EditionDeclaration edition = with(plain, steps, Optional.empty());
    List<Datum> data = data();
    data.add(coefficient("310101", 0.95));
    data.add(coefficient("310104", 1.0));
    IndexResult result = IndexEngine.score(edition, Panel.of(data));
    return new ExportContents(
        declaration(formats),
        facts(),
        reference(edition),
        List.of(scores(result), trace(result), values()));
  }

  /** The index with a test of robustness declared, and its rows if there are any. */
  public static ExportContents withRobustness(boolean tested) {
    EditionDeclaration plain = edition("arithmetic-mean", "renormalise");
    RobustnessDeclaration declared =
        new RobustnessDeclaration(
            100,
            64,
            1,
            List.of(
                factor("weights", Optional.empty(), OptionalDouble.of(0.25), List.of()),
                factor(
                    "cap",
                    Optional.of("/steps/normalise/cap"),
                    OptionalDouble.empty(),
                    List.of(100, 120))));
    ExportContents contents = contents("arithmetic-mean", "renormalise", "report");
    List<ExportTable> tables = new ArrayList<>(contents.tables());
    List<Map<String, Object>> rows = new ArrayList<>();
    if (tested) {
      rows.add(robustness("310104", 2, 1.5, 1, 2, 60.5, 58.25, 61.125));
      rows.add(robustness("310101", 1, 1.25, 1, 2, 70.5, 68.25, 71.125));
    }
    tables.add(table("metric.index_robustness", "指数稳健性", "Index robustness", rows));
    return new ExportContents(
        contents.export(),
        contents.facts(),
        reference(with(plain, plain.steps(), Optional.of(declared))),
        tables);
  }

  private static Factor factor(
      String name, Optional<String> at, OptionalDouble noise, List<Object> values) {
    return new Factor(
        name, at, values, OptionalDouble.empty(), OptionalDouble.empty(), noise, List.of());
  }

  private static Map<String, Object> robustness(
      String unit,
      int rank,
      double mean,
      double rankLow,
      double rankHigh,
      double score,
      double scoreLow,
      double scoreHigh) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("edition", "small/2015");
    row.put("unit", unit);
    row.put("time_period", "2015");
    row.put("rank", rank);
    row.put("rank_mean", mean);
    row.put("rank_q05", rankLow);
    row.put("rank_q95", rankHigh);
    row.put("score", score);
    row.put("score_q05", scoreLow);
    row.put("score_q95", scoreHigh);
    row.put("draws", 100);
    return row;
  }

  private static EditionDeclaration with(
      EditionDeclaration plain, Map<String, Step> steps, Optional<RobustnessDeclaration> varied) {
    return new EditionDeclaration(
        plain.id(),
        plain.nameZh(),
        plain.nameEn(),
        plain.model(),
        plain.editionYear(),
        plain.dataPeriod(),
        plain.bordersOn(),
        plain.status(),
        plain.lakehouse(),
        plain.acceptsSynthetic(),
        plain.nodes(),
        plain.units(),
        plain.peerGroups(),
        plain.groupColumns(),
        plain.denominators(),
        steps,
        plain.minimumUnits(),
        varied,
        plain.file(),
        plain.folder(),
        plain.contentHash());
  }

  private static Datum coefficient(String unit, double value) {
    return new Datum(unit, "2015", "caution", value, "reported", null, Direction.HIGHER, List.of());
  }

  /** The same figures, as if a method had given them that no formula can. */
  public static ExportContents withMethod(ExportContents contents, String method) {
    return new ExportContents(
        contents.export(),
        contents.facts(),
        reference(edition(method, "renormalise")),
        contents.tables());
  }

  private static EditionDeclaration edition(String method, String missing) {
    return new EditionDeclaration(
        "small/2015",
        "小指数",
        "Small index",
        true,
        2016,
        Optional.of("2015"),
        Optional.empty(),
        "preliminary",
        true,
        true,
        List.of(
            node("small", "", 1, "小指数", "Small index"),
            node("readiness", "small", 3, "网络就绪度", "Readiness"),
            node("application", "small", 2, "智慧应用", "Application"),
            node("network", "readiness", 2, "网络", "Network"),
            node("bandwidth", "readiness", 1, "带宽", "Bandwidth"),
            node("services", "application", 1, "服务", "Services"),
            node("open_data", "application", 1, "=开放数据", "Open data"),
            node("security", "small", 1, "安全状况", "Security")),
        UNITS,
        Map.of("central", List.of("310101", "310104")),
        List.of(),
        List.of(),
        Map.of(
            "normalise", new Step("target-attainment", Map.of("cap", 100)),
            "aggregate", new Step(method, Map.of("missing", missing))),
        2,
        Optional.empty(),
        "index.yaml",
        Path.of("small"),
        "a".repeat(64));
  }

  private static Node node(
      String code, String parent, double weight, String nameZh, String nameEn) {
    return new Node(
        code,
        Optional.of(parent).filter(p -> !p.isEmpty()),
        weight,
        "assumed",
        nameZh,
        nameEn,
        Measure.NONE,
        Map.of());
  }

  private static Panel panel() {
    return Panel.of(data());
  }

  private static List<Datum> data() {
    List<Datum> data = new ArrayList<>();
    for (int i = 0; i < INDICATORS.size(); i++) {
      for (int u = 0; u < 3; u++) {
        Double value = VALUES[i][u];
        if (value != null) {
          data.add(
              new Datum(
                  UNITS.get(u),
                  "2015",
                  INDICATORS.get(i),
                  value,
                  i == 0 ? "synthetic" : "reported",
                  95.0,
                  Direction.HIGHER,
                  List.of()));
        }
      }
    }
    return data;
  }

  private static ExportDeclaration declaration(String... formats) {
    return new ExportDeclaration(
        "index_evaluation",
        "智慧城市发展水平评估",
        "Evaluation <of> the index",
        "Evaluators & readers",
        List.of("metric.index_score", "metric.index_trace", "metric.indicator_value"),
        List.of(formats),
        Optional.empty(),
        List.of(),
        Path.of("export"),
        "e".repeat(64));
  }

  private static ExportFacts facts() {
    return new ExportFacts(
        "20161121-0a1b2c3d",
        OffsetDateTime.parse("2016-11-21T08:00:00+08:00"),
        "0.1.0",
        Map.of("metric.index_score", 1L),
        Map.of("edition small/2015", "a".repeat(64)),
        Map.of("small/2015", true),
        true,
        List.of());
  }

  private static ExportReference reference(EditionDeclaration edition) {
    return new ExportReference(
        List.of(edition),
        List.of(),
        Map.of(
            "310101", new Names("黄浦区", "Huangpu"),
            "310104", new Names("徐汇区", "Xuhui"),
            "310105", new Names("长宁区", "Changning"),
            "310106", new Names("静安区", "Jing'an")),
        Map.of("percent", new Names("%", "percent")));
  }

  private static ExportTable scores(IndexResult result) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (NodeScore score : result.scores().toList()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("edition", score.edition());
      row.put("unit", score.unit());
      row.put("time_period", score.timePeriod());
      row.put("node", score.node());
      put(row, "score", score.score());
      row.put("weight", score.weight());
      row.put("weight_available", score.weightAvailable());
      put(row, "rank", score.rank());
      put(row, "peer_group", score.peerGroup());
      row.put("status", score.status().text());
      put(row, "reason", score.reason());
      row.put("model", score.model());
      rows.add(row);
    }
    return table("metric.index_score", "指数得分", "Index score", rows);
  }

  private static ExportTable trace(IndexResult result) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TracePoint point : result.trace().toList()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("edition", point.edition());
      row.put("stage", point.stage().text());
      row.put("unit", point.unit());
      row.put("time_period", point.timePeriod());
      row.put("indicator", point.indicator());
      put(row, "value", point.value());
      row.put("status", point.status());
      rows.add(row);
    }
    return table("metric.index_trace", "指数追溯", "Index trace", rows);
  }

  private static ExportTable values() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String period : List.of("2011/2015", "2015")) {
      for (String unit : UNITS) {
        Map<String, Object> row = new HashMap<>();
        row.put("indicator_code", "network");
        row.put("ref_area", unit);
        row.put("time_period", period);
        if (!unit.equals("310106")) {
          row.put("value", new BigDecimal("91.3000000000"));
        }
        row.put("unit_measure", "percent");
        row.put("obs_status", unit.equals("310106") ? "M" : "A");
        row.put("value_status", "reported");
        row.put("quality", "=1+1");
        rows.add(row);
      }
    }
    return table("metric.indicator_value", "指标值", "Indicator value", rows);
  }

  private static ExportTable table(
      String name, String zh, String en, List<Map<String, Object>> rows) {
    List<ExportColumn> columns = new ArrayList<>();
    rows.stream()
        .flatMap(row -> row.keySet().stream())
        .distinct()
        .forEach(column -> columns.add(new ExportColumn(column, "string", "", "", "")));
    return new ExportTable(name, zh, en, columns, rows);
  }

  private static void put(Map<String, Object> row, String column, @Nullable Object value) {
    if (value != null) {
      row.put(column, value);
    }
  }
}
