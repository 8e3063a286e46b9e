package org.citylake.dashboard;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.IndicatorDeclaration.Method;
import org.citylake.core.declaration.PageDeclaration;
import org.citylake.core.home.Home;
import org.citylake.dashboard.compile.PageDocuments;
import org.citylake.dashboard.compile.ReleaseRows;
import org.citylake.dashboard.store.StoreWriter;

/**
 * The sample city on a leader's day: the figures of the first screen, cases, warnings and a scored
 * edition, with the shipped pages. All of it is made up by formulas and marked synthetic.
 */
public final class SampleDay {
  /** Agency data that would be markup, script or a formula if anybody let it. */
  public static final String HOSTILE = "<img src=x onerror=alert(1)>=1+1\"'&";

  /** By what every district's mean is multiplied. */
  private static final double COEFFICIENT = 0.95;

  private static final LocalDate DAY = LocalDate.of(2016, 12, 30);

  /** Code, domain, names, unit, decimals, direction, frequency, owner, level, spread. */
  private static final String FIGURES =
      """
      emergency_events_open|safety|未处置突发事件|Emergency events open|count|0|LOWER|D|应急办|3|2
      emergency_events_reported|safety|新报突发事件|Emergency events reported|count|0|LOWER|D|应急办|9|3
      lifeline_anomalies|safety|生命线异常|Lifeline anomalies|count|0|LOWER|D|建交委|14|5
      safety_hazards_overdue|safety|逾期安全隐患|Safety hazards overdue|count|0|LOWER|D|安监局|27|4
      pm25_daily_mean|environment|PM2.5 日均浓度|PM2.5, daily mean|score|1|LOWER|D|环保局|46|14
      crowd_peak_capacity_rate|safety|客流峰值占承载量|Crowd peak over capacity|percent|1|LOWER|D|公安局|61|8
      hotline_tickets_received|hotline|12345 受理量|Hotline tickets received|count|0|NEUTRAL|D|信访办|1342|120
      hotline_ontime_close_rate|hotline|热线按时办结率|Hotline tickets closed on time|percent|1|HIGHER|D|信访办|99.4|0.2
      hotline_solved_rate|hotline|热线实际解决率|Hotline tickets solved|percent|1|HIGHER|D|信访办|81.8|2
      hotline_satisfaction_rate|hotline|热线满意率|Hotline satisfaction|percent|1|HIGHER|D|信访办|92.6|1
      hotline_repeat_rate|hotline|热线重复诉求率|Hotline repeat rate|percent|1|LOWER|D|信访办|7.4|1
      grid_cases_found|city_management|网格发现|Grid cases found|count|0|NEUTRAL|D|城管办|2210|150
      grid_cases_closed|city_management|网格结案|Grid cases closed|count|0|HIGHER|D|城管办|2154|150
      grid_cases_ontime_rate|city_management|网格按时结案率|Grid cases closed on time|percent|1|HIGHER|D|城管办|96.1|0.6
      approval_cases_closed|service|政务办件|Approval cases closed|count|0|HIGHER|D|审改办|3105|200
      approval_ontime_rate|service|政务按时办结率|Approvals on time|percent|1|HIGHER|D|审改办|98.2|0.4
      bad_review_rectified_rate|service|差评整改率|Bad reviews rectified|percent|1|HIGHER|M|审改办|91.0|2
      legal_entities_registered|economy|新设企业|Firms registered|count|0|HIGHER|M|市场监管局|842|70
      legal_entities_closed|economy|注销企业|Firms closed|count|0|LOWER|M|市场监管局|231|25
      fiscal_revenue_cumulative|finance|区级财政收入（累计）|Fiscal revenue, cumulative|score|1|HIGHER|M|财政局|20.4|0.6
      fiscal_budget_share|finance|完成预算|Share of the budget|percent|1|HIGHER|M|财政局|8.2|0.1
      year_elapsed_share|finance|时间进度|Share of the year|percent|1|NEUTRAL|M|财政局|8.3333|0
      major_project_investment|economy|重大项目投资|Investment in major projects|score|1|HIGHER|M|发改委|18.8|2
      major_projects_delayed|economy|延期重大项目|Major projects delayed|count|0|LOWER|M|发改委|4|1
      industrial_output_value|economy|规上工业产值|Industrial output|score|1|HIGHER|M|统计局|96.5|5
      """;

  private static final List<String> PARTS =
      List.of("sd_network", "sd_services", "sd_economy", "sd_security");

  private SampleDay() {}

  /** Writes the release's store into the home. */
  public static void write(Home home) {
    StoreWriter.write(home, SampleCity.RELEASE, documents());
  }

  /** The shipped pages over the sample's own indicators and editions. */
  public static DeclarationLibrary library(Path root) {
    return library(DeclarationReader.read(List.of(root)).library().pages());
  }

  private static DeclarationLibrary library(List<PageDeclaration> pages) {
    DeclarationLibrary base = SampleCity.library(pages);
    List<IndicatorDeclaration> indicators = new ArrayList<>(base.indicators());
    FIGURES
        .lines()
        .map(line -> line.split("\\|"))
        .map(SampleDay::indicator)
        .forEach(indicators::add);
    List<EditionDeclaration> editions = new ArrayList<>(base.editions());
    editions.add(edition());
    return new DeclarationLibrary(
        base.roots(),
        base.sources(),
        base.tables(),
        indicators,
        editions,
        base.exports(),
        base.pages(),
        base.maps(),
        base.groups(),
        base.codelists(),
        base.systems(),
        base.warnings(),
        base.views(),
        base.alerts(),
        base.creditModels(),
        base.overridden());
  }

  private static IndicatorDeclaration indicator(String[] cells) {
    return SampleCity.indicator(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        cells[2] + "，按业务系统记录计算",
        cells[3] + ", from the records of the agency's system",
        cells[4],
        Integer.parseInt(cells[5]),
        Direction.valueOf(cells[6]),
        cells[7],
        cells[8],
        Method.COMPUTED);
  }

  private static Map<String, Object> documents() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    extend(tables, "metric.indicator_value", values());
    extend(tables, "metric.index_score", scores());
    extend(tables, "metric.index_trace", coefficients());
    extend(tables, "metric.index_robustness", robustness());
    Map<String, Object> documents =
        new TreeMap<>(
            PageDocuments.compile(
                SampleCity.release(), new ReleaseRows(tables), library(List.of())));
    documents.put("cases.json", cases());
    documents.put("open_cases.json", openCases());
    documents.put("warnings.json", Map.of("warnings", warnings()));
    documents.computeIfPresent(
        "indicators/hotline_solved_rate.json", (path, document) -> analysed(document));
    documents.computeIfPresent("release.json", (path, document) -> listing(document));
    return documents;
  }

  private static void extend(
      Map<String, List<Map<String, Object>>> tables, String name, List<Map<String, Object>> rows) {
    List<Map<String, Object>> all = new ArrayList<>(tables.getOrDefault(name, List.of()));
    all.addAll(rows);
    tables.put(name, all);
  }

  private static Map<String, Object> copy(Object document) {
    Map<String, Object> copy = new TreeMap<>();
    ((Map<?, ?>) document).forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  private static Object listing(Object document) {
    Map<String, Object> release = copy(document);
    TreeSet<String> kinds = new TreeSet<>(List.of("cases", "warnings"));
    ((Iterable<?>) release.getOrDefault("documents", List.of()))
        .forEach(kind -> kinds.add(String.valueOf(kind)));
    release.put("documents", kinds);
    release.put("tables", Map.of("city.service_case", 7));
    return release;
  }

  private static List<String> districts() {
    return SampleCity.rows().tables().getOrDefault("city.district", List.of()).stream()
        .filter(d -> !d.containsKey("valid_to"))
        .map(d -> String.valueOf(d.get("code")))
        .toList();
  }

  private static List<Map<String, Object>> values() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String line : FIGURES.lines().toList()) {
      String[] cells = line.split("\\|");
      for (String area : districts()) {
        boolean whole = area.equals("310106");
        if (!(area.equals("310101") && cells[0].equals("emergency_events_open"))) {
          rows.addAll(series(cells, area, whole));
        }
      }
      rows.addAll(series(cells, "310000", true));
    }
    return rows;
  }

  private static List<Map<String, Object>> series(String[] cells, String area, boolean whole) {
    boolean daily = cells[7].equals("D");
    boolean cumulative = cells[0].startsWith("fiscal") || cells[0].startsWith("year");
    int periods = whole ? (daily ? 400 : 24) : 1;
    double scale = area.equals("310000") || cells[4].equals("percent") ? 1 : 0.07;
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int back = periods - 1; back >= 0; back--) {
      LocalDate day = DAY.minusDays(back);
      YearMonth month = YearMonth.from(DAY).minusMonths(back);
      String period = daily ? day.toString() : month.toString();
      double noise = new Random(cells[0].hashCode() * 31L + area.hashCode() + back).nextGaussian();
      double value = Double.parseDouble(cells[9]) * scale + noise * Double.parseDouble(cells[10]);
      if (cumulative) {
        value *= month.getMonthValue();
      }
      value = Math.max(0, cells[4].equals("percent") ? Math.min(100, value) : value);
      String text = String.format(Locale.ROOT, "%.0f", 100 * value);
      rows.add(SampleCity.value(cells[0], area, period, text, "100", "synthetic", "ok"));
    }
    return rows;
  }

  private static EditionDeclaration edition() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        SampleCity.node(
            "smart_city_development", "", "智慧城市发展水平指数", "Smart-city development index"));
    List<String> names = List.of("网络就绪", "智慧应用", "信息产业", "安全");
    List<String> namesEn = List.of("Network", "Services", "ICT industry", "Security");
    for (int p = 0; p < PARTS.size(); p++) {
      String part = PARTS.get(p);
      nodes.add(
          new Node(
              part,
              Optional.of("smart_city_development"),
              p + 1,
              "assumed",
              names.get(p),
              namesEn.get(p),
              Measure.NONE,
              Map.of()));
      nodes.add(SampleCity.node(part + "_one", part, names.get(p) + "一", namesEn.get(p) + " one"));
      nodes.add(SampleCity.node(part + "_two", part, names.get(p) + "二", namesEn.get(p) + " two"));
    }
    return new EditionDeclaration(
        "smart_city_development/2016",
        "智慧城市发展水平指数（模型，2016）",
        "Smart-city development index, model of 2016",
        true,
        2016,
        Optional.of("2016"),
        Optional.empty(),
        "preliminary",
        true,
        true,
        nodes,
        districts(),
        Map.of("all", districts()),
        List.of(),
        List.of(),
        Map.of("aggregate", new Step("arithmetic-mean", Map.of("missing", "renormalise"))),
        3,
        Optional.empty(),
        "index.yaml",
        Path.of("/"),
        "b".repeat(64));
  }

  private static double leaf(String unit, String node) {
    return 45 + 50 * new Random(unit.hashCode() * 7L + node.hashCode()).nextDouble();
  }

  private static double part(String unit, String part) {
    return (leaf(unit, part + "_one") + leaf(unit, part + "_two")) / 2;
  }

  private static double whole(String unit) {
    double sum = 0;
    for (int p = 0; p < PARTS.size(); p++) {
      sum += (p + 1) * part(unit, PARTS.get(p));
    }
    return sum / 10;
  }

  private static int rank(String unit) {
    return 1 + (int) districts().stream().filter(d -> whole(d) > whole(unit)).count();
  }

  private static List<Map<String, Object>> scores() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String unit : districts()) {
      rows.add(scored(unit, "smart_city_development", 0, COEFFICIENT * whole(unit), rank(unit)));
      for (String part : PARTS) {
        rows.add(scored(unit, part, 1, part(unit, part), 1));
        rows.add(scored(unit, part + "_one", 2, leaf(unit, part + "_one"), 1));
        rows.add(scored(unit, part + "_two", 2, leaf(unit, part + "_two"), 1));
      }
    }
    return rows;
  }

  private static Map<String, Object> scored(
      String unit, String node, int level, double score, int rank) {
    Map<String, Object> row =
        SampleCity.with(
            SampleCity.score(unit, node, level, score, rank, "scored", null),
            "edition",
            "smart_city_development/2016");
    return SampleCity.with(
        SampleCity.with(SampleCity.with(row, "time_period", "2016"), "weight_available", 1.0),
        "weight_synthetic",
        0.6);
  }

  private static List<Map<String, Object>> coefficients() {
    return districts().stream()
        .map(
            unit ->
                SampleCity.row(
                    "edition",
                    "smart_city_development/2016",
                    "unit",
                    unit,
                    "time_period",
                    "2016",
                    "stage",
                    "coefficient",
                    "indicator",
                    "smart_city_development",
                    "value",
                    COEFFICIENT))
        .toList();
  }

  private static List<Map<String, Object>> robustness() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String unit : districts()) {
      int rank = rank(unit);
      rows.add(
          SampleCity.row(
              "edition",
              "smart_city_development/2016",
              "unit",
              unit,
              "time_period",
              "2016",
              "rank",
              rank,
              "rank_median",
              (double) rank,
              "rank_q05",
              (double) Math.max(1, rank - 1 - rank % 3),
              "rank_q95",
              (double) Math.min(16, rank + 1 + rank % 4),
              "score_q05",
              COEFFICIENT * whole(unit) - 3,
              "score_q95",
              COEFFICIENT * whole(unit) + 3,
              "draws",
              1000));
    }
    return rows;
  }

  private static Map<String, Object> cases() {
    List<String> categories =
        List.of("噪声扰民", "违法搭建", "停车管理", "公共设施", "房屋漏水", "环境卫生", "公交出行", "物业服务", "供水", HOSTILE);
    List<Object> demand = new ArrayList<>();
    for (int back = 12; back >= 0; back--) {
      String month = YearMonth.from(DAY).minusMonths(back).toString();
      for (int c = 0; c < categories.size(); c++) {
        int wave = (int) (80 * Math.cos(2 * Math.PI * (back + c) / 12));
        demand.add(
            List.of(month, categories.get(c), "hotline", Math.max(20, 900 / (c + 1) + wave)));
      }
    }
    List<Object> funnel = new ArrayList<>();
    for (String kind : List.of("hotline", "grid")) {
      int count = kind.equals("hotline") ? 40210 : 66300;
      double hours = 0.5;
      for (String stage : List.of("received", "accepted", "dispatched", "handled", "closed")) {
        funnel.add(
            Map.of("case_kind", kind, "stage", stage, "count", count, "median_hours", hours));
        count -= count / 20;
        hours *= 3.4;
      }
    }
    List<Object> areas = new ArrayList<>();
    for (String district : districts()) {
      for (int s = 1; s <= 8; s++) {
        Random random = new Random(district.hashCode() * 11L + s);
        int closed = 40 + random.nextInt(900);
        Map<String, Object> area = new HashMap<>();
        area.put("subdistrict_code", district + "00" + s);
        area.put("name", s == 8 ? HOSTILE : "第" + s + "街道");
        area.put("ref_area", district);
        area.put("open", 10 + random.nextInt(300));
        area.put("received", closed + 60);
        area.put("solved", (int) (closed * (0.7 + 0.25 * random.nextDouble())));
        area.put("asked", closed);
        area.put("closed", closed);
        area.put("population", district.equals("310151") ? null : 30000 + random.nextInt(90000));
        areas.add(area);
      }
    }
    return Map.of(
        "by_category", demand,
        "funnel", funnel,
        "by_subdistrict", areas,
        "latest_day", DAY.toString(),
        "synthetic", true);
  }

  private static Map<String, Object> openCases() {
    List<Object> places = new ArrayList<>();
    for (String district : districts()) {
      for (String kind : List.of("emergency", "hotline", "grid")) {
        Map<String, Object> place = new HashMap<>();
        place.put("ref_area", district);
        place.put("subdistrict_code", district + "008");
        place.put("name_zh", HOSTILE);
        place.put("case_kind", kind);
        place.put("category", kind.equals("emergency") ? "事故灾难" : "噪声扰民");
        place.put("level", kind.equals("emergency") ? "4" : null);
        place.put("open", 1 + new Random(district.hashCode() + kind.length()).nextInt(60));
        place.put("overdue", kind.equals("grid") ? 1 : 0);
        place.put("oldest", DAY.minusDays(3).toString());
        places.add(place);
      }
    }
    return Map.of("latest_day", DAY.toString(), "synthetic", true, "places", places);
  }

  private static List<Map<String, Object>> warnings() {
    return List.of(
        warning("red", "safety_hazards_overdue", "310106", "逾期隐患 31 件，超过 30 件", HOSTILE),
        warning("yellow", "pm25_daily_mean", "310000", "连续三日高于 75", "Above 75 for three days"));
  }

  private static Map<String, Object> warning(
      String level, String code, String area, String messageZh, String messageEn) {
    Map<String, Object> warning = new HashMap<>();
    warning.put("rule", code + "_high");
    warning.put("level", level);
    warning.put("indicator_code", code);
    warning.put("name_zh", code.startsWith("pm25") ? "PM2.5 日均浓度" : "逾期安全隐患");
    warning.put(
        "name_en", code.startsWith("pm25") ? "PM2.5, daily mean" : "Safety hazards overdue");
    warning.put("ref_area", area);
    warning.put("district", area.equals("310000") ? null : area);
    warning.put("time_period", DAY.toString());
    warning.put("value", new BigDecimal("31"));
    warning.put("threshold", new BigDecimal("30"));
    warning.put("message_zh", messageZh);
    warning.put("message_en", messageEn);
    warning.put("synthetic", true);
    return warning;
  }

  /** With the analysis of the city's series: a trend, a change point, a forecast of two weeks. */
  private static Object analysed(Object document) {
    List<Object> decomposition = new ArrayList<>();
    for (int back = 120; back >= 0; back--) {
      decomposition.add(List.of(DAY.minusDays(back).toString(), 81.8, 0, 0, back == 40));
    }
    List<Object> points = new ArrayList<>();
    for (int ahead = 1; ahead <= 14; ahead++) {
      points.add(List.of(DAY.plusDays(ahead).toString(), 82, 80, 84, 78, 86));
    }
    Map<String, Object> analysis = new HashMap<>();
    analysis.put("ref_area", "310000");
    analysis.put("district", null);
    analysis.put("decomposition", decomposition);
    analysis.put("change_points", List.of(DAY.minusDays(60).toString()));
    analysis.put(
        "forecast",
        Map.of(
            "method",
            "ETS",
            "points",
            points,
            "accuracy",
            Map.of("mase", 0.81, "mape", 2.1, "coverage95", 94, "folds", 8)));
    Map<String, Object> indicator = copy(document);
    indicator.put("analysis", List.of(analysis));
    return indicator;
  }
}
