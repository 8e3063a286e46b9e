package org.citylake.dashboard;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.MapDeclaration;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.dashboard.compile.ReleaseRows;
import org.jspecify.annotations.Nullable;

/**
 * A small release. Districts, populations (census 2010) and plan figures are facts from the census
 * and from the plans of Jing'an and Baoshan; the daily means of PM2.5 are made up by a formula.
 */
public final class SampleCity {
  public static final String RELEASE = "20261121-0a1b2c3d";

  private static final Path ROOT = Path.of(System.getProperty("citylake.root", "."));

  /** Groups, the tables that they are granted, and the map are the real ones. */
  private static final DeclarationLibrary SHIPPED =
      DeclarationReader.read(List.of(ROOT.resolve("lakehouse"), ROOT.resolve("dashboard")))
          .library();

  private static final String DISTRICTS =
      """
      310101,黄浦区,Huangpu,central,678670,20.46
      310104,徐汇区,Xuhui,central,1085130,54.76
      310105,长宁区,Changning,central,690571,38.30
      310106,静安区,Jing'an,central,1077284,36.88
      310107,普陀区,Putuo,central,1288881,54.83
      310109,虹口区,Hongkou,central,852476,23.48
      310110,杨浦区,Yangpu,central,1313222,60.73
      310112,闵行区,Minhang,suburban,2429372,370.75
      310113,宝山区,Baoshan,suburban,1904886,270.99
      310114,嘉定区,Jiading,suburban,1471231,464.20
      310115,浦东新区,Pudong,pudong,5044430,1210.41
      310116,金山区,Jinshan,suburban,732438,586.05
      310117,松江区,Songjiang,suburban,1582398,605.64
      310118,青浦区,Qingpu,suburban,1081022,670.14
      310120,奉贤区,Fengxian,suburban,1083463,687.39
      310151,崇明区,Chongming,suburban,703722,1185.49
      """;

  private SampleCity() {}

  public static Map<String, Object> release() {
    return row(
        "release_id",
        RELEASE,
        "status",
        "final",
        "created_at",
        OffsetDateTime.parse("2026-11-21T02:00:00Z"),
        "reason",
        "Area of <310101> corrected",
        "corrects",
        "20261101-99887766-final",
        "fingerprint",
        "0a1b2c3d",
        "code_version",
        "0.1.0",
        "declarations_hash",
        "d".repeat(64),
        "tables",
        Map.of("city.district", 9007199254740993L),
        "inputs",
        Map.of("city.observation", 42L));
  }

  public static ReleaseRows rows() {
    return new ReleaseRows(
        Map.ofEntries(
            Map.entry("city.district", districts()),
            Map.entry("city.observation", observations()),
            Map.entry("city.resident_count", residents()),
            Map.entry("city.sensor", sensors()),
            Map.entry("city.service_case", cases()),
            Map.entry("city.subdistrict", subdistricts()),
            Map.entry("city.air_quality_day", days()),
            Map.entry("city.air_quality_year", years()),
            Map.entry("metric.indicator_value", values()),
            Map.entry("metric.indicator_target", targets()),
            Map.entry("metric.index_score", scores()),
            Map.entry("metric.index_trace", List.of()),
            Map.entry("metric.index_robustness", robustness()),
            Map.entry("audit.load", loads())));
  }

  private static List<Map<String, Object>> subdistricts() {
    return List.of(
        Map.of("code", "310106011", "name_zh", "静安寺街道", "ref_area", "310106"),
        Map.of("code", "310107021", "name_zh", "万里街道", "ref_area", "310107"));
  }

  private static List<Map<String, Object>> residents() {
    return List.of(
        Map.of("subdistrict_code", "310106011", "ref_area", "310106", "residents", 1000L));
  }

  private static List<Map<String, Object>> cases() {
    return List.of(
        serviceCase("h/1", "closed", "2016-12-01T01:00:00Z", "2016-12-01T03:00:00Z", true),
        serviceCase("h/2", "closed", "2016-12-20T01:00:00Z", "2016-12-20T05:00:00Z", true),
        serviceCase("h/3", "closed", "2016-12-20T02:00:00Z", "2016-12-21T02:00:00Z", false),
        serviceCase("h/4", "open", "2016-12-30T01:00:00Z", null, null),
        serviceCase("h/5", "rejected", "2015-11-30T01:00:00Z", null, null));
  }

  private static Map<String, Object> serviceCase(
      String id,
      String status,
      String received,
      @Nullable String closed,
      @Nullable Boolean solved) {
    Map<String, Object> row = new HashMap<>();
    row.put("case_id", id);
    row.put("case_kind", "hotline");
    row.put("category", "城市管理");
    row.put("ref_area", "310106");
    row.put("subdistrict_code", "310106011");
    row.put("status", status);
    row.put("received_at", OffsetDateTime.parse(received));
    row.put("received_on", LocalDate.parse(received.substring(0, 10)));
    if (closed != null) {
      row.put("closed_at", OffsetDateTime.parse(closed));
      row.put("closed_on", LocalDate.parse(closed.substring(0, 10)));
    }
    if (solved != null) {
      row.put("solved", solved);
    }
    row.put("state_on", LocalDate.parse("2016-12-31"));
    row.put("synthetic", true);
    return row;
  }

  public static DeclarationLibrary library() {
    return library(List.of(overview()));
  }

  public static DeclarationLibrary library(List<PageDeclaration> pages) {
    return library(pages, SHIPPED.maps());
  }

  /** With a map that has no outlines. */
  public static DeclarationLibrary libraryOfTiles() {
    MapDeclaration shipped = SHIPPED.maps().get(0);
    return library(
        List.of(overview()),
        List.of(
            new MapDeclaration(
                shipped.id(),
                shipped.nameZh(),
                shipped.nameEn(),
                shipped.area(),
                Optional.empty(),
                shipped.tiles(),
                "",
                "",
                Optional.empty(),
                true,
                shipped.folder(),
                shipped.contentHash())));
  }

  private static DeclarationLibrary library(
      List<PageDeclaration> pages, List<MapDeclaration> maps) {
    return new DeclarationLibrary(
        List.of(),
        List.of(),
        SHIPPED.tables(),
        List.of(
            indicator("broadband_usage_rate", "宽带使用率", "Broadband usage rate", "percent"),
            indicator("population_density", "人口密度", "Population density", "persons_per_km2")),
        List.of(edition()),
        List.of(),
        pages,
        maps,
        SHIPPED.groups(),
        List.of(units(), divisions()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static PageDeclaration page(String name, int order, Tile... tiles) {
    return new PageDeclaration(
        name,
        "页面" + name,
        "Page " + name,
        "",
        "",
        order,
        List.of(tiles),
        Optional.empty(),
        Path.of("/"),
        "h");
  }

  /** A tile in no section and of its type's own width. */
  public static Tile tile(
      String type, String titleZh, String titleEn, Map<String, Object> parameters) {
    return new Tile(type, titleZh, titleEn, "", "", "", parameters);
  }

  private static PageDeclaration overview() {
    Map<String, Object> density = Map.of("indicator", "population_density", "selectable", true);
    return new PageDeclaration(
        "overview",
        "全市总览",
        "City overview",
        "",
        "",
        1,
        List.of(
            tile("district-map", "各区分布", "By district", density),
            tile("ranking", "各区排序", "Districts in order", density),
            tile("indicator-target", "规划目标与完成情况", "Plan targets and attainment", Map.of()),
            tile(
                "index-score",
                "规划目标达成度指数",
                "Index of plan attainment",
                Map.of("index", "plan_attainment")),
            tile(
                "time-series",
                "PM2.5 日均浓度",
                "PM2.5, daily mean concentration",
                Map.of("metric", "pm25"))),
        Optional.empty(),
        Path.of("/"),
        "h");
  }

  private static Codelist divisions() {
    return new Codelist(
        "division",
        "行政区划代码",
        "Codes of divisions",
        "GB/T 2260",
        List.of("code", "name_zh", "name_en"),
        List.of(Map.of("code", "310230", "name_zh", "崇明县", "name_en", "Chongming County")));
  }

  private static Codelist units() {
    return new Codelist(
        "unit_measure",
        "计量单位",
        "Units",
        "",
        List.of("code", "name_zh", "name_en"),
        List.of(
            Map.of("code", "percent", "name_zh", "%", "name_en", "%"),
            Map.of("code", "mbps", "name_zh", "Mbit/s", "name_en", "Mbit/s"),
            Map.of("code", "count", "name_zh", "处", "name_en", "places"),
            Map.of("code", "score", "name_zh", "分", "name_en", "points"),
            Map.of("code", "persons_per_km2", "name_zh", "人/平方千米", "name_en", "persons/km²")));
  }

  private static IndicatorDeclaration indicator(
      String code, String nameZh, String nameEn, String unit) {
    boolean density = code.equals("population_density");
    return indicator(
        code,
        density ? "population" : "network_readiness",
        nameZh,
        nameEn,
        density ? "常住人口除以陆域面积" : "使用宽带的家庭占全部家庭的比例",
        density ? "Resident population divided by land area" : "Share of homes that use broadband",
        unit,
        density ? 0 : 1,
        density ? Direction.NEUTRAL : Direction.HIGHER,
        "A",
        density ? "统计局" : "经信委",
        density ? Method.COMPUTED : Method.REPORTED);
  }

  static IndicatorDeclaration indicator(
      String code,
      String domain,
      String nameZh,
      String nameEn,
      String definitionZh,
      String definitionEn,
      String unit,
      int decimals,
      Direction direction,
      String frequency,
      String owner,
      Method method) {
    return new IndicatorDeclaration(
        code,
        domain,
        nameZh,
        nameEn,
        definitionZh,
        definitionEn,
        "2010 census",
        unit,
        decimals,
        direction,
        frequency,
        Optional.empty(),
        Optional.empty(),
        owner,
        method,
        BigDecimal.ONE,
        Optional.empty(),
        List.of("city.observation"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Path.of("/"),
        "a".repeat(64));
  }

  private static EditionDeclaration edition() {
    List<String> units = List.of("310106", "310107", "310113", "310115");
    return new EditionDeclaration(
        "plan_attainment/2015",
        "规划目标达成度（2015年基期）",
        "Attainment of plan targets at the baseline of 2015",
        true,
        2016,
        Optional.of("2015"),
        Optional.empty(),
        "preliminary",
        true,
        true,
        List.of(
            node("plan_attainment", "", "规划目标达成度", "Attainment of targets"),
            node("broadband_usage_rate", "plan_attainment", "宽带使用率", ""),
            node(
                "ii_integration_index",
                "plan_attainment",
                "信息化与工业化融合指数",
                "Integration of informatisation and industrialisation")),
        units,
        Map.of("all", units),
        List.of(),
        List.of(),
        Map.of("aggregate", new Step("arithmetic-mean", Map.of("missing", "renormalise"))),
        3,
        Optional.empty(),
        "index.yaml",
        Path.of("/"),
        "e".repeat(64));
  }

  static Node node(String code, String parent, String nameZh, String nameEn) {
    return new Node(
        code,
        Optional.of(parent).filter(p -> !p.isEmpty()),
        1,
        "assumed",
        nameZh,
        nameEn,
        Measure.NONE,
        Map.of());
  }

  private static List<Map<String, Object>> districts() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : DISTRICTS.lines().toList()) {
      String[] cells = line.split(",", -1);
      String from =
          switch (cells[0]) {
            case "310101" -> "2011-06-01";
            case "310106" -> "2015-11-04";
            case "310151" -> "2016-07-01";
            default -> "1949-10-01";
          };
      List<String> predecessors =
          switch (cells[0]) {
            case "310101" -> List.of("310101", "310103");
            case "310106" -> List.of("310106", "310108");
            case "310151" -> List.of("310230");
            default -> List.of();
          };
      rows.add(district(cells[0], from, null, cells[1], cells[2], cells[3], predecessors));
    }
    rows.add(district("310101", "1949-10-01", "2011-06-01", "黄浦区", "Huangpu", null, List.of()));
    rows.add(district("310103", "1949-10-01", "2011-06-01", "卢湾区", "Luwan", null, List.of()));
    rows.add(district("310106", "1949-10-01", "2015-11-04", "静安区", "Jing'an", null, List.of()));
    rows.add(district("310108", "1949-10-01", "2015-11-04", "闸北区", "Zhabei", null, List.of()));
    rows.add(district("310230", "1949-10-01", "2016-07-01", "崇明县", "Chongming", null, List.of()));
    return rows;
  }

  private static Map<String, Object> district(
      String code,
      String from,
      @Nullable String to,
      String zh,
      String en,
      @Nullable String group,
      List<String> predecessors) {
    return row(
        "code",
        code,
        "valid_from",
        LocalDate.parse(from),
        "valid_from_known",
        !from.startsWith("1949"),
        "valid_to",
        to == null ? null : LocalDate.parse(to),
        "name_zh",
        zh,
        "name_en",
        en,
        "division_class",
        group,
        "predecessors",
        predecessors,
        "successor",
        null,
        "basis",
        null);
  }

  private static List<Map<String, Object>> observations() {
    return List.of(
        observation("I044", "75", "actual", "2015", "001 一(一)1 L10「宽带使用率75%」"),
        observation("I076", "90", "target", "2020", "001 四(二)2 L68「宽带使用率90%」"));
  }

  private static Map<String, Object> observation(
      String key, String value, String kind, String period, String basis) {
    return row(
        "source_id",
        "plan_indicators",
        "source_key",
        key,
        "revision",
        1,
        "name_zh",
        "宽带使用率",
        "name_en",
        "Broadband usage rate",
        "ref_area",
        "310106",
        "time_period",
        period,
        "figure_kind",
        kind,
        "comparison",
        "=",
        "value",
        new BigDecimal(value),
        "unit_measure",
        "percent",
        "basis",
        basis,
        "line",
        45L,
        "delivery",
        "f".repeat(64));
  }

  private static List<Map<String, Object>> values() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : DISTRICTS.lines().toList()) {
      String[] cells = line.split(",", -1);
      rows.add(value("population_density", cells[0], "2010", cells[4], cells[5], "computed", "ok"));
    }
    rows.add(
        with(
            value("broadband_usage_rate", "310106", "2015", "75", "1", "reported", "conflict"),
            "evidence",
            List.of("city.observation?source_id=plan_indicators&source_key=I044")));
    return rows;
  }

  static Map<String, Object> value(
      String code,
      String area,
      String period,
      String numerator,
      String denominator,
      String status,
      String quality) {
    @Nullable LocalDate from = null;
    for (Map<String, Object> district : districts()) {
      if (area.equals(district.get("code")) && district.get("valid_to") == null) {
        from = (LocalDate) district.get("valid_from");
      }
    }
    return row(
        "indicator_code",
        code,
        "ref_area",
        area,
        "ref_area_valid_from",
        from,
        "time_period",
        period,
        "value",
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), 10, java.math.RoundingMode.HALF_EVEN),
        "numerator",
        new BigDecimal(numerator + ".0000000000"),
        "denominator",
        new BigDecimal(denominator),
        "unit_measure",
        "percent",
        "obs_status",
        "A",
        "value_status",
        status,
        "quality",
        quality,
        "evidence",
        List.of("city.observation?source_id=census&source_key=" + area),
        "definition_hash",
        "a".repeat(64),
        "input_snapshots",
        Map.of("city.observation", 42L),
        "code_version",
        "0.1.0");
  }

  private static List<Map<String, Object>> targets() {
    return List.of(
        target("I076", "宽带使用率", "Broadband usage rate", "310106", "90", ">=", "percent", "75"),
        target(
            "I077", "互联网用户普及率", "Internet user penetration", "310106", "90", ">=", "percent", "85"),
        target(
            "I229",
            "信息化与工业化融合指数",
            "Integration of informatisation and industrialisation",
            "310113",
            "90",
            ">",
            "score",
            "85"),
        target(
            "I234",
            "家庭平均接入带宽",
            "Household average access bandwidth",
            "310113",
            "100",
            ">=",
            "mbps",
            "35"),
        target(
            "I235",
            "提供免费无线上网的公共场所数",
            "Public places with free WLAN",
            "310113",
            "300",
            ">=",
            "count",
            "65"),
        target(
            "I300",
            "区域光纤到户能力覆盖率",
            "FTTH capability coverage",
            "310107",
            "100",
            "=",
            "percent",
            null),
        target(
            "I301",
            "公共服务网上办理率",
            "Public services handled online",
            "310115",
            "95",
            ">=",
            "percent",
            null));
  }

  private static Map<String, Object> target(
      String key,
      String zh,
      String en,
      String area,
      String target,
      String comparison,
      String unit,
      @Nullable String actual) {
    BigDecimal goal = new BigDecimal(target);
    return row(
        "source_key",
        key,
        "source_id",
        "plan_indicators",
        "indicator_code",
        key.toLowerCase(Locale.ROOT),
        "name_zh",
        zh,
        "name_en",
        en,
        "ref_area",
        area,
        "time_period",
        "2020",
        "target",
        goal,
        "comparison",
        comparison,
        "unit_measure",
        unit,
        "direction",
        "higher",
        "binding",
        "expected",
        "actual_period",
        actual == null ? null : "2015",
        "actual",
        actual == null ? null : new BigDecimal(actual),
        "attainment",
        actual == null
            ? null
            : new BigDecimal(actual)
                .multiply(BigDecimal.valueOf(100))
                .divide(goal, 10, java.math.RoundingMode.HALF_EVEN),
        "evidence",
        List.of("city.observation?source_id=plan_indicators&source_key=" + key),
        "basis",
        "《静安区智慧城市建设“十三五”规划》" + zh);
  }

  private static List<Map<String, Object>> scores() {
    return List.of(
        score(
            "310106",
            "plan_attainment",
            0,
            88.88888888888889,
            null,
            "partial",
            "no-value: ii_integration_index; unranked: 2 of at least 3 scored units"),
        score("310106", "broadband_usage_rate", 1, 83.33333333333333, null, "scored", null),
        score(
            "310113",
            "plan_attainment",
            0,
            50.370370370370374,
            null,
            "partial",
            "no-value: ii_integration_index; unranked: 2 of at least 3 scored units"),
        score("310113", "ii_integration_index", 1, 94.44444444444444, null, "scored", null),
        score(
            "310107",
            "plan_attainment",
            0,
            null,
            null,
            "unscored",
            "no-value: broadband_usage_rate, ii_integration_index"),
        score(
            "310115",
            "plan_attainment",
            0,
            null,
            null,
            "unscored",
            "no-value: broadband_usage_rate, ii_integration_index"));
  }

  static Map<String, Object> score(
      String unit,
      String node,
      int level,
      @Nullable Double score,
      @Nullable Integer rank,
      String status,
      @Nullable String reason) {
    return row(
        "edition",
        "plan_attainment/2015",
        "unit",
        unit,
        "time_period",
        "2015",
        "node",
        node,
        "level",
        level,
        "score",
        score,
        "weight",
        level == 0 ? 1.0 : 0.5,
        "weight_available",
        score == null ? 0.0 : level == 0 ? 0.4 : 1.0,
        "weight_imputed",
        score == null ? 0.0 : level == 0 ? 0.1 : 0.0,
        "weight_synthetic",
        0.0,
        "rank",
        rank,
        "peer_group",
        "all",
        "status",
        status,
        "reason",
        reason,
        "model",
        true,
        "definition_hash",
        "e".repeat(64),
        "input_snapshots",
        Map.of("metric.indicator_target", 7L),
        "code_version",
        "0.1.0");
  }

  private static List<Map<String, Object>> robustness() {
    return List.of(
        row(
            "edition",
            "plan_attainment/2015",
            "unit",
            "310106",
            "time_period",
            "2015",
            "rank",
            1,
            "rank_median",
            1.0,
            "rank_q05",
            1.0,
            "rank_q95",
            2.0,
            "score_q05",
            80.5,
            "score_q95",
            90.25,
            "draws",
            1000));
  }

  private static List<Map<String, Object>> sensors() {
    return List.of(
        sensor("jingan", "静安监测站", "Jing'an", "310106", true),
        sensor("xuhui", "徐汇监测站", "Xuhui", "310104", true),
        sensor("us_post", "美国领事馆", "US post", "310104", false));
  }

  private static Map<String, Object> sensor(
      String id, String zh, String en, String area, boolean official) {
    return row(
        "sensor_id", id,
        "name_zh", zh,
        "name_en", en,
        "metric", "pm25",
        "ref_area", area,
        "official", official,
        "owner", official ? "上海市环境监测中心" : "US Department of State",
        "basis", "Liang et al. 2016");
  }

  private static List<Map<String, Object>> days() {
    List<Map<String, Object>> rows = new ArrayList<>();
    LocalDate start = LocalDate.of(2014, 1, 1);
    for (Map<String, Object> sensor : sensors()) {
      String id = String.valueOf(sensor.get("sensor_id"));
      for (int n = 0; n < 730; n++) {
        LocalDate date = start.plusDays(n);
        boolean valid =
            Math.floorMod(n * 7919 + id.length() * 31, 23) != 0 && !(n > 500 && n < 512);
        double noise = new Random(n * 31L + id.length()).nextGaussian();
        double mean =
            Math.max(6, 52 + 20 * Math.cos(2 * Math.PI * n / 365.25) + 9 * noise * Math.abs(noise));
        rows.add(
            row(
                "sensor_id",
                id,
                "metric",
                "pm25",
                "observed_date",
                date,
                "revision",
                1,
                "official",
                sensor.get("official"),
                "ref_area",
                sensor.get("ref_area"),
                "hours",
                valid ? 24 : 11,
                "valid",
                valid,
                "mean",
                valid ? BigDecimal.valueOf(mean) : null,
                "day_limit",
                new BigDecimal("75.0000000000"),
                "limit_edition",
                "GB 3095-2012"));
      }
    }
    return rows;
  }

  private static List<Map<String, Object>> years() {
    return List.of(
        year("jingan", 2014, 350, 28, 26, "53.3"),
        year("jingan", 2015, 355, 28, 27, "55.7"),
        year("xuhui", 2014, 322, 25, 26, null),
        year("xuhui", 2015, 351, 27, 28, "32.8"),
        with(year("us_post", 2014, 350, 28, 28, "50.1"), "official", false));
  }

  private static Map<String, Object> year(
      String sensor, int year, int days, int fewest, int february, @Nullable String mean) {
    return row(
        "sensor_id",
        sensor,
        "metric",
        "pm25",
        "year",
        year,
        "revision",
        1,
        "official",
        true,
        "ref_area",
        "310106",
        "valid_days",
        days,
        "fewest_month_days",
        fewest,
        "february_days",
        february,
        "valid",
        mean != null,
        "mean",
        mean == null ? null : new BigDecimal(mean),
        "days_over_limit",
        70,
        "year_limit",
        new BigDecimal("35.0000000000"),
        "limit_edition",
        "GB 3095-2012",
        "exceeds",
        mean == null ? null : new BigDecimal(mean).intValue() > 35);
  }

  private static List<Map<String, Object>> loads() {
    return List.of(load("census", 48, 48, 0, 0), load("plan_indicators", 402, 401, 1, 0));
  }

  private static Map<String, Object> load(
      String source, long arrived, long accepted, long quarantined, long duplicate) {
    return row(
        "load_id",
        source,
        "source_id",
        source,
        "file",
        source + ".csv",
        "snapshot_date",
        LocalDate.of(2016, 1, 1),
        "arrived_at",
        OffsetDateTime.parse("2026-11-21T01:00:00Z"),
        "status",
        "complete",
        "reasons",
        Map.of(),
        "arrived",
        arrived,
        "accepted",
        accepted,
        "quarantined",
        quarantined,
        "duplicate",
        duplicate,
        "missing",
        0L,
        "ended",
        0L);
  }

  /** The row with another value in one column. */
  public static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    Map<String, Object> changed = new HashMap<>(row);
    changed.put(column, value);
    return changed;
  }

  /** A row from column names and values in turn. */
  public static Map<String, Object> row(@Nullable Object... columns) {
    Map<String, Object> row = new HashMap<>();
    for (int i = 0; i < columns.length; i += 2) {
      Object name = columns[i];
      Object value = columns[i + 1];
      if (name != null && value != null) {
        row.put(name.toString(), value);
      }
    }
    return row;
  }
}
