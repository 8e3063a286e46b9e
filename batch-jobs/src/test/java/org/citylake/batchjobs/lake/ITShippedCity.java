package org.citylake.batchjobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.citylake.batchjobs.compute.ComputeResult;
import org.citylake.batchjobs.compute.ComputeResult.TableState;
import org.citylake.batchjobs.publish.CheckResult;
import org.citylake.batchjobs.publish.TableComparison.Difference;
import org.citylake.batchjobs.rebuild.RebuildResult;
import org.citylake.batchjobs.rebuild.RebuildResult.TableResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * All shipped deliveries and declarations, computed and rebuilt in real Spark on real Iceberg
 * tables. Expected are the figures that the plans print and the annual means of the delivery, as
 * they were computed apart from this code. Later tests change the tables that earlier ones read.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ITShippedCity {
  /** Tables of sources for which nothing is shipped: they are computed, and empty. */
  private static final List<String> UNDELIVERED =
      List.of(
          "city.air_station_day",
          "city.approval_case",
          "city.building",
          "city.building_attribute",
          "city.building_link",
          "city.case_day",
          "city.construction_project",
          "city.credit_list_entry",
          "city.credit_measure",
          "city.credit_reason",
          "city.credit_record",
          "city.credit_score",
          "city.credit_score_history",
          "city.credit_warning",
          "city.crowd_reading",
          "city.enterprise_registration",
          "city.entity_building",
          "city.fiscal_revenue",
          "city.house",
          "city.house_attribute",
          "city.house_building",
          "city.house_link",
          "city.household",
          "city.household_attribute",
          "city.household_link",
          "city.inconsistency",
          "city.industrial_output",
          "city.legal_entity",
          "city.legal_entity_attribute",
          "city.legal_entity_link",
          "city.legal_representation",
          "city.licence",
          "city.licence_attribute",
          "city.licence_link",
          "city.lifeline_reading",
          "city.person",
          "city.person_attribute",
          "city.person_employment",
          "city.person_house",
          "city.person_household",
          "city.person_link",
          "city.resident_count",
          "city.safety_hazard",
          "city.service_case",
          "city.service_usage");

  private static final String VALUES = "metric.indicator_value";

  @TempDir private static Path folder = Path.of("unset");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ShippedLake lake;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ComputeResult first;

  private static Map<String, Long> release = Map.of();

  @BeforeAll
  static void compute() {
    lake = new ShippedLake(folder);
    first = lake.compute("1", lake.library);
    release = lake.pin();
  }

  @Test
  @Order(1)
  void figuresAreThoseThatArePublished() {
    assertThat(texts(values("pm25_annual_mean"), "ref_area", "time_period", "value"))
        .containsExactly(
            "310104 2014 55.3", "310104 2015 52.8", "310106 2014 53.3", "310106 2015 55.7");
    assertThat(
            texts(
                values("home_avg_access_bandwidth").where("ref_area = '310113'"),
                "time_period",
                "value",
                "quality"))
        .contains("2015 30.0 conflict");
    assertThat(
            texts(
                lake.session
                    .table("lake.metric.index_score")
                    .where("level = 0 AND edition = 'plan_attainment/2015'")
                    .sort("unit"),
                "unit",
                "score",
                "status"))
        .containsExactly(
            "310106 88.9 partial",
            "310107 null unscored",
            "310113 48.7 partial",
            "310115 null unscored");
    assertThat(first.checks()).noneMatch(CheckResult::stops);
    assertThat(first.warnings()).isEmpty();
  }

  @Test
  @Order(1)
  void everyTargetHasAnOutlookAndAirOverTheLimitIsWarnedOf() {
    Dataset<Row> outlooks = lake.session.table("lake.metric.target_outlook");
    assertThat(outlooks.count())
        .isEqualTo(lake.session.table("lake.metric.indicator_target").count());
    assertThat(
            texts(
                lake.session
                    .table("lake.metric.warning")
                    .where("rule = 'pm25_annual_mean_over_limit'")
                    .sort("ref_area"),
                "ref_area",
                "level",
                "time_period",
                "value",
                "since"))
        // 310106 of 2014 was another area.
        .containsExactly("310104 red 2015 52.8 2014");
    assertThat(
            lake.session
                .table("lake.metric.indicator_analysis")
                .where("(method IS NULL) = (no_forecast IS NULL)")
                .count())
        .isZero();
  }

  @Test
  @Order(1)
  void everyFigureOfADistrictNamesTheVersionOnWhoseBordersItIs() {
    Dataset<Row> census =
        lake.session
            .table("lake.city.observation")
            .where("source_id = 'district_census' AND ref_area IN ('310101', '310106', '310151')");
    assertThat(
            texts(
                census.select("ref_area", "ref_area_valid_from").distinct().sort("ref_area"),
                "ref_area",
                "ref_area_valid_from"))
        .containsExactly("310101 2011-06-08", "310106 2015-11-04", "310151 2016-07-22");
    assertThat(first.checks())
        .filteredOn(c -> c.check().startsWith("area-version"))
        .isNotEmpty()
        .allMatch(c -> c.violations() == 0);
  }

  @Test
  @Order(1)
  void aSeriesOnTodaysDistrictsMakesNoFigureOfWhatCannotBeAddedUp() {
    // Of the old 静安 there is air of 2014 and of 闸北 none; the census is published on today's.
    assertThat(
            texts(
                lake.session
                    .table("lake.metric.indicator_value_restated")
                    .where("ref_area = '310106'")
                    .where("indicator_code IN ('pm25_annual_mean', 'resident_population_census')")
                    .sort("indicator_code", "time_period"),
                "indicator_code",
                "time_period",
                "value",
                "not_restatable"))
        .containsExactly(
            "pm25_annual_mean 2014 null not_declared",
            "pm25_annual_mean 2015 55.7 null",
            "resident_population_census 2000 1103949.0 null",
            "resident_population_census 2010 1077284.0 null",
            "resident_population_census 2020 975707.0 null");
  }

  @Test
  @Order(2)
  void theSameInputsChangeNoTable() {
    ComputeResult again = lake.compute("2", lake.library);

    assertThat(again.tables().values()).noneMatch(TableState::changed);
    int all = lake.library.indicators().size();
    assertThat(account(again)).isEqualTo("0 of " + all + " indicators computed, " + all + " kept");
    assertThat(lake.pin()).isEqualTo(release);
    assertThat(again.tables().keySet()).contains(VALUES, "metric.index_trace", "city.district");
  }

  @Test
  @Order(3)
  void theReleaseIsRebuiltFromItsInputs() {
    RebuildResult result = lake.rebuild(release, "code-1");

    assertThat(result.tables()).allMatch(t -> t.differences().isEmpty());
    // No shipped edition that says what is unsure has enough scored units, and what may run ahead
    // of a figure is not shipped.
    assertThat(result.tables())
        .filteredOn(t -> t.rows() == 0)
        .extracting(TableResult::table)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    UNDELIVERED.stream(),
                    Stream.of("metric.index_robustness", "metric.leading_indicator"))
                .toList());
    assertThat(result.equal()).isTrue();
    assertThat(result.codeChanged()).isFalse();
    assertThat(result.tables())
        .extracting(TableResult::table)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    UNDELIVERED.stream(),
                    Stream.of(
                        "city.air_quality_day",
                        "city.air_quality_year",
                        "city.district",
                        "city.observation",
                        "city.sensor",
                        "city.subdistrict",
                        "metric.indicator_analysis",
                        "metric.indicator_analysis_point",
                        "metric.indicator_target",
                        "metric.indicator_state",
                        VALUES,
                        "metric.indicator_value_restated",
                        "metric.index_robustness",
                        "metric.index_score",
                        "metric.index_trace",
                        "metric.leading_indicator",
                        "metric.target_outlook",
                        "metric.warning"))
                .toList());
    // What came live is an input, and the history of ids goes on from the release before; nothing
    // else is left out.
    assertThat(result.notCompared())
        .filteredOn(name -> !name.matches("(audit|vault|live)\\..*"))
        .containsExactlyInAnyOrder(
            "city.entity_alias", "city.entity_change", "city.source_agreement");
  }

  @Test
  @Order(4)
  void oneChangedIndicatorChangesTablesOfMetricsAlone() throws IOException {
    Path city = folder.resolve("city");
    Path changed = city.resolve("metrics/indicators/environment/pm25_annual_mean");
    copy(lake.library.findIndicator("pm25_annual_mean").orElseThrow().folder(), changed);
    Path yaml = changed.resolve("indicator.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml, StandardCharsets.UTF_8)
            .replaceFirst("name-en: .*", "name-en: Mean of PM2.5"),
        StandardCharsets.UTF_8);
    DeclarationLibrary declarations = ShippedLake.read(List.of(ShippedLake.ROOT, city));

    ComputeResult result = lake.compute("3", declarations);

    Map<String, Boolean> moved = new TreeMap<>();
    result.tables().forEach((name, state) -> moved.put(name, state.changed()));
    assertThat(account(result)).startsWith("1 of ").endsWith(" kept: 1 declaration changed");
    assertThat(moved).containsEntry(VALUES, true).containsEntry("metric.indicator_target", false);
    assertThat(moved.keySet())
        .filteredOn(name -> moved.getOrDefault(name, false))
        .allMatch(name -> name.startsWith("metric."));
    RebuildResult rebuilt = lake.rebuild(release, "code-2");
    assertThat(rebuilt.equal()).isTrue();
    assertThat(rebuilt.codeChanged()).isTrue();
  }

  @Test
  @Order(5)
  void tamperedFiguresAreFoundAndNamed() throws NoSuchTableException {
    Dataset<Row> mean =
        lake.session
            .read()
            .option("versionAsOf", release.getOrDefault(VALUES, -1L))
            .table("lake." + VALUES)
            .localCheckpoint();
    Column tampered =
        col("indicator_code")
            .equalTo("pm25_annual_mean")
            .and(col("ref_area").equalTo("310106"))
            .and(col("time_period").equalTo("2015"));
    Dataset<Row> added = mean.where(tampered).withColumn("time_period", lit("2013"));
    mean.withColumn(
            "value",
            when(tampered, lit(new BigDecimal("12.5")))
                .otherwise(col("value"))
                .cast("decimal(38,10)"))
        .writeTo("lake." + VALUES)
        .overwrite(lit(true));
    added.writeTo("lake." + VALUES).append();
    Map<String, Long> pinned = new TreeMap<>(release);
    pinned.put(VALUES, lake.store.snapshot(VALUES));

    List<Difference> differences = differences(pinned);

    assertThat(differences)
        .filteredOn(d -> d.column().equals("*"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.key()).isEqualTo("pm25_annual_mean/310106/2013");
              assertThat(d.was()).contains("value=55.6", "time_period=2013");
              assertThat(d.now()).isEqualTo("absent");
            });
    assertThat(differences)
        .filteredOn(d -> d.column().equals("value"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.key()).isEqualTo("pm25_annual_mean/310106/2015");
              assertThat(d.was()).isEqualTo("12.5000000000");
              assertThat(d.now()).startsWith("55.6");
            });
  }

  private static String account(ComputeResult result) {
    return Objects.requireNonNull(result.tables().get(VALUES)).account();
  }

  private static List<Difference> differences(Map<String, Long> pinned) {
    RebuildResult result = lake.rebuild(pinned, "code-1");
    assertThat(result.equal()).isFalse();
    return result.tables().stream()
        .filter(t -> t.table().equals(VALUES))
        .flatMap(t -> t.differences().stream())
        .toList();
  }

  private static Dataset<Row> values(String indicator) {
    return lake.session
        .table("lake." + VALUES)
        .where(col("indicator_code").equalTo(indicator))
        .sort("ref_area", "time_period");
  }

  /** The columns of every row as text, numbers with one digit after the point. */
  private static List<String> texts(Dataset<Row> rows, String... columns) {
    return rows.collectAsList().stream()
        .map(row -> Stream.of(columns).map(c -> text(row.getAs(c))).toList())
        .map(texts -> String.join(" ", texts))
        .toList();
  }

  private static String text(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).setScale(1, RoundingMode.HALF_EVEN).toPlainString()
        : String.valueOf(value);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
