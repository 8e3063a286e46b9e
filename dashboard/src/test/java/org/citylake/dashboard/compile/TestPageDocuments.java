package org.citylake.dashboard.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.dashboard.SampleCity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestPageDocuments {

  @Test
  void sameRowsInAnyOrderGiveTheSameText() {
    Map<String, List<Map<String, Object>>> turned = new HashMap<>();
    SampleCity.rows()
        .tables()
        .forEach(
            (table, rows) -> {
              List<Map<String, Object>> other = new ArrayList<>(rows);
              Collections.reverse(other);
              turned.put(table, other);
            });

    assertThat(Json.line(compile(new ReleaseRows(turned))))
        .isEqualTo(Json.line(compile(SampleCity.rows())));
  }

  @Test
  void snapshotIdsAreTextBecauseBrowsersRoundThem() {
    JsonNode release = document(SampleCity.rows(), "release.json");

    assertThat(release.at("/tables/city.district").asText()).isEqualTo("9007199254740993");
    assertThat(release.at("/tables/city.district").isTextual()).isTrue();
  }

  @Test
  void whyAReleaseWasMadeAndWhatItCorrectsAreThere() {
    JsonNode release = document(SampleCity.rows(), "release.json");

    assertThat(release.at("/reason").asText()).isEqualTo("Area of <310101> corrected");
    assertThat(release.at("/corrects").asText()).isEqualTo("20261101-99887766-final");
    assertThat(release.at("/follows").isNull()).isTrue();
  }

  @Test
  void valuesStayUnroundedAndLoseOnlyTrailingZeros() {
    JsonNode values =
        document(SampleCity.rows(), "indicators/population_density.json").at("/values");

    assertThat(values.get(0).get("ref_area").asText()).isEqualTo("310101");
    assertThat(values.get(0).get("value").decimalValue())
        .isEqualTo(new BigDecimal("33170.5767350929"));
    assertThat(text(SampleCity.rows(), "indicators/population_density.json"))
        .contains("\"numerator\":678670,", "\"denominator\":38.3,");
  }

  @Test
  void figuresOfAnAreaAreItsOwnAndKeepTheSameWeekdayOfLastYear() {
    Map<String, Object> first =
        SampleCity.rows().tables().getOrDefault("metric.indicator_value", List.of()).get(0);
    List<Map<String, Object>> days = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      String day = LocalDate.of(2016, 12, 30).minusDays(n).toString();
      days.add(SampleCity.with(SampleCity.with(first, "ref_area", "310104"), "time_period", day));
    }
    days.forEach(day -> day.remove("ref_area_valid_from"));
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put("metric.indicator_value", days);

    JsonNode figures = document(new ReleaseRows(tables), "figures/310104.json");

    JsonNode values = figures.at("/indicators/0/values");
    assertThat(values).hasSize(37);
    assertThat(values.get(0).get("time_period").asText()).isEqualTo("2016-01-01");
    assertThat(values.get(36).get("time_period").asText()).isEqualTo("2016-12-30");
    assertThat(document(new ReleaseRows(tables), "figures/310106.json").at("/indicators"))
        .isEmpty();
  }

  @Test
  void releaseListsWhatKindsOfDocumentsItHas() {
    assertThat(document(SampleCity.rows(), "release.json").at("/documents").toString())
        .contains("\"catalogue\"", "\"figures\"", "\"indicators\"")
        .doesNotContain("/", ".json");
  }

  @Test
  void nodesSayHowTheirScoreComesOfTheirChildrens() {
    assertThat(document(SampleCity.rows(), "index.json").at("/editions/0/nodes/0/aggregate"))
        .hasToString("{\"method\":\"arithmetic-mean\",\"missing\":\"renormalise\"}");
  }

  @Test
  void figureOfMergedAreaIsOnNoneOfTodaysDistricts() {
    TodaysAreas areas = areas();

    assertThat(areas.today("310106", LocalDate.of(2015, 11, 4))).isEqualTo("310106");
    assertThat(areas.today("310106", LocalDate.of(1949, 10, 1))).isNull();
    assertThat(areas.today("310108", LocalDate.of(1949, 10, 1))).isNull();
  }

  @Test
  void figureOfRenamedAreaIsOnTodaysDistrict() {
    assertThat(areas().today("310230", LocalDate.of(1949, 10, 1))).isEqualTo("310151");
  }

  @Test
  void mergerThatNamesOnlyTheAddedAreaIsNoRenaming() {
    TodaysAreas areas =
        new TodaysAreas(
            List.of(
                area("310106", "2015-11-04", null, "310108"),
                area("310106", "1949-10-01", "2015-11-04"),
                area("310108", "1949-10-01", "2015-11-04")));

    assertThat(areas.today("310108", LocalDate.of(1949, 10, 1))).isNull();
  }

  @Test
  void cityAndUndatedFiguresGoByTheirCode() {
    assertThat(areas().today("310000", null)).isNull();
    assertThat(areas().today("310113", null)).isEqualTo("310113");
  }

  @Test
  void evidenceLeadsToTheSentenceOfThePlan() {
    JsonNode indicator = document(SampleCity.rows(), "indicators/broadband_usage_rate.json");
    String selector = indicator.at("/values/0/evidence/0").asText();

    assertThat(indicator.at("/values/0/quality/0").asText()).isEqualTo("conflict");
    assertThat(indicator.get("evidence").get(selector).get("basis").asText()).contains("宽带使用率75%");
  }

  @Test
  void selectorsArePercentEncoded() {
    assertThat(SelectorText.columns("city.observation?a=x%2Fy&b=1+2", "city.observation"))
        .containsEntry("a", "x/y")
        .containsEntry("b", "1+2");
    assertThat(SelectorText.columns("city.district?a=1", "city.observation")).isEmpty();
  }

  @Test
  void stationsOutsideTheOfficialNetworkNeverEnter() {
    String series = document(SampleCity.rows(), "series/pm25.json").toString();

    assertThat(series)
        .contains("jingan", "xuhui")
        .doesNotContain("us_post", "US post", "\"mean\":50.1");
  }

  @Test
  void daysWithoutValidMeanAndDaysWithoutRowAreNull() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "city.air_quality_day",
        List.of(
            day("2015-01-01", 1, true, "50"),
            day("2015-01-01", 2, true, "60"),
            day("2015-01-04", 1, false, "70")));

    assertThat(text(new ReleaseRows(tables), "series/pm25.json"))
        .contains(
            "\"days\":[[\"2015-01-01\",60,24],[\"2015-01-02\",null,0],"
                + "[\"2015-01-03\",null,0],[\"2015-01-04\",null,24]]");
  }

  @Test
  void invalidYearHasNoMean() {
    JsonNode years = document(SampleCity.rows(), "series/pm25.json").at("/stations/1/years");

    assertThat(years.get(0).get("valid").asBoolean()).isFalse();
    assertThat(years.get(0).get("mean").isNull()).isTrue();
    assertThat(years.get(0).get("valid_days").asInt()).isEqualTo(322);
  }

  @Test
  void unscoredUnitKeepsItsReason() {
    JsonNode scores = document(SampleCity.rows(), "index.json").at("/editions/0/scores");

    assertThat(scores.get(1).get("unit").asText()).isEqualTo("310107");
    assertThat(scores.get(1).get("score").isNull()).isTrue();
    assertThat(scores.get(1).get("reason").asText()).contains("no-value");
  }

  @Test
  void scoreSaysWhatItRestsOnAndHowFarItsRankMoves() {
    JsonNode edition = document(SampleCity.rows(), "index.json").at("/editions/0");

    assertThat(edition.at("/scores/0/weight_imputed").asDouble()).isEqualTo(0.1);
    assertThat(edition.at("/scores/0/weight_synthetic").asDouble()).isZero();
    assertThat(edition.at("/robustness/0/unit").asText()).isEqualTo("310106");
    assertThat(edition.at("/robustness/0/rank_q95").asDouble()).isEqualTo(2);
    assertThat(edition.path("status").asText()).isEqualTo("preliminary");
  }

  @Test
  void targetWithoutActualHasNoAttainment() {
    JsonNode targets = document(SampleCity.rows(), "targets.json").at("/targets");

    assertThat(targets).hasSize(7);
    assertThat(targets.get(5).get("attainment").isNull()).isTrue();
    assertThat(targets.get(0).at("/unit/name_zh").asText()).isEqualTo("%");
  }

  @Test
  void loadsAddUp() {
    JsonNode total = document(SampleCity.rows(), "loads.json").get("total");

    assertThat(total.get("arrived").asLong())
        .isEqualTo(
            total.get("accepted").asLong()
                + total.get("quarantined").asLong()
                + total.get("duplicate").asLong())
        .isEqualTo(450);
  }

  @Test
  void casesAreCountedByMonthStageAndSubdistrict() {
    JsonNode cases = document(SampleCity.rows(), "cases.json");

    assertThat(cases.get("by_category").toString())
        .isEqualTo("[[\"2016-12\",\"城市管理\",\"hotline\",4]]");
    assertThat(cases.get("funnel").toString())
        .isEqualTo(
            "[{\"case_kind\":\"hotline\",\"count\":4,\"median_hours\":0,\"stage\":\"received\"},"
                + "{\"case_kind\":\"hotline\",\"count\":3,\"median_hours\":4,\"stage\":\"closed\"}]");
    // The first case was closed more than thirty days before the last day.
    assertThat(cases.get("by_subdistrict").toString())
        .isEqualTo(
            "[{\"asked\":2,\"closed\":2,\"name\":\"静安寺街道\",\"open\":1,\"population\":1000,"
                + "\"received\":3,\"ref_area\":\"310106\",\"solved\":1,\"subdistrict_code\":\"310106011\"}]");
    assertThat(cases.get("latest_day").asText()).isEqualTo("2016-12-31");
    assertThat(cases.get("synthetic").asBoolean()).isTrue();
  }

  @Test
  void casesOfADistrictAndOfItsSubdistrictsAreCountedByThemselves() {
    JsonNode city = document(SampleCity.rows(), "cases.json");
    JsonNode jingan = document(SampleCity.rows(), "area_cases/310106.json");
    JsonNode street = document(SampleCity.rows(), "area_cases/310106011.json");
    JsonNode putuo = document(SampleCity.rows(), "area_cases/310107.json");

    assertThat(jingan.get("by_category")).isEqualTo(city.get("by_category"));
    assertThat(jingan.get("funnel")).isEqualTo(city.get("funnel"));
    assertThat(jingan.get("subdistricts").toString()).isEqualTo("[\"310106011\"]");
    assertThat(street.get("by_category")).isEqualTo(city.get("by_category"));
    assertThat(street.get("subdistricts")).isEmpty();
    // A district without a case is told as one, and of the city's day.
    assertThat(putuo.get("by_category")).isEmpty();
    assertThat(putuo.get("funnel")).isEmpty();
    assertThat(putuo.get("latest_day").asText()).isEqualTo("2016-12-31");
    assertThat(putuo.get("synthetic").asBoolean()).isFalse();
  }

  @Test
  void openCasesAreCountedByPlaceAndTellNobody() {
    assertThat(Json.line(document(SampleCity.rows(), "open_cases.json")))
        .isEqualTo(
            "{\"latest_day\":\"2016-12-31\",\"places\":[{\"case_kind\":\"hotline\","
                + "\"category\":\"城市管理\",\"level\":null,\"name_zh\":\"静安寺街道\","
                + "\"oldest\":\"2016-12-30\",\"open\":1,\"overdue\":0,\"ref_area\":\"310106\","
                + "\"subdistrict_code\":\"310106011\"}],\"synthetic\":true}");
  }

  @Test
  void listOfIndicatorsTellsWhichOfTodaysAreasHaveValues() {
    JsonNode entries = document(SampleCity.rows(), "indicators.json").get("indicators");

    assertThat(entries.get(1).get("code").asText()).isEqualTo("population_density");
    assertThat(entries.get(1).get("areas").size()).isEqualTo(16);
    assertThat(entries.get(1).get("areas").get(0).asText()).isEqualTo("310101");
  }

  @Test
  void subdistrictsStandWithNameAndDistrict() {
    JsonNode first = document(SampleCity.rows(), "districts.json").at("/subdistricts/0");

    assertThat(first.get("code").asText()).isEqualTo("310106011");
    assertThat(first.get("name_zh").asText()).isEqualTo("静安寺街道");
    assertThat(first.get("ref_area").asText()).isEqualTo("310106");
  }

  @Test
  void mapIsTheDeclaredOneWithItsNumber() {
    JsonNode map = document(SampleCity.rows(), "districts.json").get("map");

    assertThat(map.get("geometry").asText()).isEqualTo("maps/shanghai.json");
    assertThat(map.get("tiles").asText()).isEqualTo("maps/shanghai-tiles.json");
    assertThat(map.get("map_approval_no").isNull()).isTrue();
    assertThat(map.get("licence").asText()).isEqualTo("Apache-2.0");
  }

  @Test
  void anAreaThatEndedBeforeTheCensusesHasTheCodeListsEnglishName() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "city.district",
        List.of(
            SampleCity.row(
                "code",
                "310230",
                "valid_from",
                LocalDate.of(1949, 10, 1),
                "valid_from_known",
                false,
                "valid_to",
                LocalDate.of(2016, 7, 22),
                "name_zh",
                "崇明县")));

    JsonNode district = document(new ReleaseRows(tables), "districts.json").at("/districts/0");

    assertThat(district.get("name_en").asText()).isEqualTo("Chongming County");
  }

  @Test
  void releaseWithoutTablesGivesEmptyDocuments() {
    Map<String, Object> documents = compile(new ReleaseRows(Map.of()));

    assertThat(documents).containsKeys("districts.json", "index.json", "targets.json");
    assertThat(Json.line(documents)).contains("\"series.json\":{\"series\":[]}");
  }

  @Test
  void missingRequiredColumnIsNamed() {
    assertThatThrownBy(() -> new Row(Map.of()).text("code"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column code is missing");
  }

  @Test
  void theForecastStandsWithHowItDidInTheBackTest() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "metric.indicator_analysis",
        List.of(
            analysis("310101", "method", "drift", "mase", 0.5, "coverage95", 1.0, "folds", 3),
            analysis("310104", "no_forecast", "too-few-points")));
    tables.put(
        "metric.indicator_analysis_point",
        List.of(
            point("2015-02-02", "observed", "trend", 8.0, "seasonal", 1.0, "anomaly", true),
            point("2015-02-01", "observed", "trend", 8.0, "seasonal", 1.0, "anomaly", false),
            point("2015-02-03", "forecast", "low80", 7.0, "high80", 9.0)));

    JsonNode analysis =
        document(new ReleaseRows(tables), "indicators/population_density.json").at("/analysis");

    assertThat(analysis).hasSize(1);
    assertThat(Json.line(analysis.at("/0/decomposition")))
        .isEqualTo("[[\"2015-02-01\",8,1,null],[\"2015-02-02\",8,1,null,true]]");
    assertThat(Json.line(analysis.at("/0/forecast")))
        .isEqualTo(
            "{\"accuracy\":{\"coverage95\":1,\"folds\":3,\"mape\":null,\"mase\":0.5},"
                + "\"method\":\"drift\",\"points\":[[\"2015-02-03\",8.5,7,9,null,null]]}");
    assertThat(document(SampleCity.rows(), "indicators/population_density.json").at("/analysis"))
        .isEmpty();
  }

  @Test
  void whatRanAheadOfAFigureStandsBesideItAndWhatChanceMayGiveDoesNot() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "metric.indicator_analysis",
        List.of(analysis("310101", "method", "drift", "folds", 3, "mase", 0.5, "coverage95", 1.0)));
    tables.put(
        "metric.leading_indicator", List.of(lead("a_figure", true), lead("b_figure", false)));

    JsonNode leads =
        document(new ReleaseRows(tables), "indicators/population_density.json")
            .at("/analysis/0/leads");

    assertThat(Json.line(leads))
        .isEqualTo(
            "[{\"correlation\":-0.4,\"indicator_code\":\"a_figure\",\"lag\":3,\"pairs\":120,"
                + "\"synthetic\":true}]");
  }

  private static Map<String, Object> lead(String code, boolean significant) {
    return SampleCity.row(
        "indicator_code",
        "population_density",
        "ref_area",
        "310101",
        "leading_code",
        code,
        "lag",
        3,
        "correlation",
        -0.4,
        "pairs",
        120,
        "significant",
        significant,
        "synthetic",
        true);
  }

  @Test
  void redWarningsComeFirst() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "metric.warning", List.of(warning("a", "yellow", "2016"), warning("b", "red", "2015")));

    JsonNode warnings = document(new ReleaseRows(tables), "warnings.json").at("/warnings");

    assertThat(warnings.findValuesAsText("id")).containsExactly("b", "a");
    assertThat(warnings.at("/0/name_en").asText()).isEqualTo("Population density");
    assertThat(warnings.at("/0/district").asText()).isEqualTo("310101");
    assertThat(document(SampleCity.rows(), "warnings.json").at("/warnings")).isEmpty();
  }

  @Test
  void aTargetTellsWhatComesOfIt() {
    Map<String, List<Map<String, Object>>> tables = new HashMap<>(SampleCity.rows().tables());
    tables.put(
        "metric.target_outlook",
        List.of(
            SampleCity.row(
                "source_id",
                "plan_indicators",
                "source_key",
                "I076",
                "gap",
                15.0,
                "outlook",
                "will_miss",
                "outlook_en",
                "needs 3 points a year, makes 1.2: will miss 2020")));

    JsonNode targets = document(new ReleaseRows(tables), "targets.json").at("/targets");

    assertThat(targets.at("/0/outlook").asText()).isEqualTo("will_miss");
    assertThat(targets.at("/0/gap").asDouble()).isEqualTo(15);
    assertThat(targets.at("/1/outlook").isNull()).isTrue();
  }

  private static Map<String, Object> analysis(String area, @Nullable Object... more) {
    return row(
        more,
        "indicator_code",
        "population_density",
        "ref_area",
        area,
        "decomposed",
        false,
        "synthetic",
        false);
  }

  private static Map<String, Object> point(String period, String kind, @Nullable Object... more) {
    return row(
        more,
        "indicator_code",
        "population_density",
        "ref_area",
        "310101",
        "time_period",
        period,
        "point_kind",
        kind,
        "value",
        8.5);
  }

  private static Map<String, Object> warning(String id, String level, String since) {
    return SampleCity.row(
        "warning_id",
        id,
        "rule",
        "crowded",
        "level",
        level,
        "indicator_code",
        "population_density",
        "ref_area",
        "310101",
        "time_period",
        "2016",
        "since",
        since,
        "message_zh",
        "拥挤",
        "message_en",
        "Crowded",
        "owner",
        "统计局",
        "synthetic",
        false);
  }

  private static Map<String, Object> row(@Nullable Object[] more, @Nullable Object... columns) {
    Map<String, Object> row = new HashMap<>(SampleCity.row(columns));
    row.putAll(SampleCity.row(more));
    return row;
  }

  private static Map<String, Object> compile(ReleaseRows rows) {
    return PageDocuments.compile(SampleCity.release(), rows, SampleCity.library());
  }

  private static JsonNode document(ReleaseRows rows, String path) {
    Object document = compile(rows).get(path);
    assertThat(document).isNotNull();
    return Json.mapper().valueToTree(document);
  }

  private static String text(ReleaseRows rows, String path) {
    Object document = compile(rows).get(path);
    assertThat(document).isNotNull();
    return Json.line(document);
  }

  private static TodaysAreas areas() {
    return new TodaysAreas(SampleCity.rows().rows("city.district"));
  }

  private static Row area(String code, String from, @Nullable String to, String... predecessors) {
    return new Row(
        SampleCity.row(
            "code",
            code,
            "valid_from",
            LocalDate.parse(from),
            "valid_to",
            to == null ? null : LocalDate.parse(to),
            "predecessors",
            List.of(predecessors)));
  }

  private static Map<String, Object> day(String date, int revision, boolean valid, String mean) {
    return SampleCity.row(
        "sensor_id",
        "jingan",
        "metric",
        "pm25",
        "observed_date",
        LocalDate.parse(date),
        "revision",
        revision,
        "official",
        true,
        "hours",
        24,
        "valid",
        valid,
        "mean",
        new BigDecimal(mean),
        "day_limit",
        new BigDecimal("75"),
        "limit_edition",
        "GB 3095-2012");
  }
}
