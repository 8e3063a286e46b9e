package org.citylake.batchjobs.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.TableDeclaration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An edition whose units are those of the end of 2015, of which 静安 (310106) was made of the old 静安
 * and 闸北 (310108) on 2015-11-04, scored on figures of 2014.
 */
final class ITRestatedEdition {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  private static final LocalDate OLD = LocalDate.of(1949, 10, 1);
  private static final LocalDate MERGED = LocalDate.of(2015, 11, 4);
  private static final String INDEX =
      """
      index: merged
      edition: "2014"
      name-zh: 合并
      name-en: Merged
      model: true
      edition-year: 2015
      data-period: "2014"
      borders-on: "2015-12-31"
      units: ["310106", "310107"]
      minimum-units: 2
      steps:
        normalise: {method: none}
        aggregate: {method: arithmetic-mean, missing: renormalise}
      tree:
        - {code: merged, name-zh: 合并, name-en: Merged}
        - {code: population_density, parent: merged, weight: 1, weight-basis: assumed, direction: higher}
        - {code: resident_population_census, parent: merged, weight: 1, weight-basis: assumed, direction: higher}
        - {code: info_security_coefficient, parent: merged, weight: 1, weight-basis: assumed, direction: higher}
      """;

  private final SparkSession session = SparkLake.inMemory();

  @Test
  void figuresOfTheMergedAreasAreAddedUpWhereTheyCanBe(@TempDir Path city) throws IOException {
    DeclarationLibrary library = library(city, INDEX);
    Relations relations = relations(library, true);

    Dataset<Row> trace =
        IndexProducer.trace(table(library, "metric.index_trace"), library).rows(relations);

    assertThat(raw(trace, "310106"))
        .containsExactly(
            "info_security_coefficient null not_restatable null 310106 310108",
            "population_density 20.0 computed restated 310106 310108",
            "resident_population_census 600.0 reported restated 310106 310108");
    assertThat(raw(trace, "310107"))
        .containsExactly(
            "info_security_coefficient 0.9 reported null 310107",
            "population_density 30.0 computed null 310107",
            "resident_population_census 300.0 reported null 310107");
    Row root =
        IndexProducer.scores(table(library, "metric.index_score"), library, "code-1")
            .rows(relations)
            .where("edition = 'merged/2014' AND level = 0 AND unit = '310106'")
            .first();
    assertThat(root.<Double>getAs("score")).isEqualTo(310.0);
    assertThat(root.<String>getAs("status")).isEqualTo("partial");
    assertThat(root.<String>getAs("reason")).isEqualTo("not-restatable: info_security_coefficient");
  }

  @Test
  void aMergedAreaWithoutAFigureOfEachPartHasNone(@TempDir Path city) throws IOException {
    DeclarationLibrary library = library(city, INDEX);

    Dataset<Row> trace =
        IndexProducer.trace(table(library, "metric.index_trace"), library)
            .rows(relations(library, false));

    assertThat(raw(trace, "310106"))
        .containsExactly(
            "info_security_coefficient null not_restatable null 310106",
            "population_density null not_restatable null 310106",
            "resident_population_census null not_restatable null 310106");
  }

  @Test
  void anEditionOnTheBordersOfItsPeriodTakesTheOldAreaAlone(@TempDir Path city) throws IOException {
    DeclarationLibrary library = library(city, INDEX.replace("borders-on: \"2015-12-31\"\n", ""));

    Dataset<Row> trace =
        IndexProducer.trace(table(library, "metric.index_trace"), library)
            .rows(relations(library, true));

    assertThat(raw(trace, "310106"))
        .containsExactly(
            "info_security_coefficient 1.0 reported null 310106",
            "population_density 40.0 computed null 310106",
            "resident_population_census 400.0 reported null 310106");
  }

  @Test
  void withoutADataPeriodEveryYearThatHasDataIsScored(@TempDir Path city) throws IOException {
    DeclarationLibrary library = library(city, INDEX.replace("data-period: \"2014\"\n", ""));
    Relations relations = relations(library, true);
    Row earlier = relations.load("metric.indicator_value").where("ref_area = '310107'").first();
    relations.put(
        "metric.indicator_value",
        relations
            .load("metric.indicator_value")
            .union(
                session
                    .createDataFrame(List.of(earlier), earlier.schema())
                    .withColumn("time_period", lit("2010"))),
        4);

    List<Row> scores =
        IndexProducer.scores(table(library, "metric.index_score"), library, "test")
            .rows(relations)
            .where(col("edition").equalTo("merged/2014").and(col("level").equalTo(0)))
            .sort("time_period", "unit")
            .collectAsList();

    assertThat(scores)
        .extracting(
            row ->
                row.<String>getAs("time_period")
                    + " "
                    + row.<String>getAs("unit")
                    + " "
                    + (row.getAs("score") != null))
        .containsExactly(
            "2010 310106 false", "2010 310107 true", "2014 310106 true", "2014 310107 true");
  }

  private static DeclarationLibrary library(Path city, String index) throws IOException {
    Path folder = Files.createDirectories(city.resolve("metrics/indexes/merged/2014"));
    Files.writeString(folder.resolve("index.yaml"), index);
    Files.writeString(folder.resolve("METHOD.md"), "# Method\n");
    Files.writeString(folder.resolve("CHANGES.md"), "# Changes\n");
    Path tests = Files.createDirectories(folder.resolve("tests/none"));
    Files.writeString(tests.resolve("panel.csv"), "unit,period,indicator,value,target,direction\n");
    Files.writeString(tests.resolve("expected.csv"), "unit,node,score,rank\n");
    return DeclarationReader.load(List.of(ROOT, city));
  }

  private static TableDeclaration table(DeclarationLibrary library, String name) {
    return library.findTable(name).orElseThrow();
  }

  private Relations relations(DeclarationLibrary library, boolean both) {
    Relations relations = new Relations(session, library);
    List<Map<String, @Nullable Object>> districts =
        List.of(
            district("310106", OLD, MERGED, List.of(), "310106"),
            district("310106", MERGED, null, List.of("310106", "310108"), null),
            district("310107", OLD, null, List.of(), null),
            district("310108", OLD, MERGED, List.of(), "310106"));
    relations.put("city.district", dataset(library, "city.district", districts), 1);
    List<Map<String, @Nullable Object>> values = new ArrayList<>();
    addFigures(values, "310106", "400", "10", "1");
    addFigures(values, "310107", "300", "10", "0.9");
    if (both) {
      addFigures(values, "310108", "200", "20", "0.9");
    }
    relations.put("metric.indicator_value", dataset(library, "metric.indicator_value", values), 2);
    relations.put(
        "metric.indicator_target", dataset(library, "metric.indicator_target", List.of()), 3);
    return relations;
  }

  private Dataset<Row> dataset(
      DeclarationLibrary library, String name, List<Map<String, @Nullable Object>> rows) {
    StructType type = ContractTypes.struct(table(library, name).contract());
    return session.createDataFrame(rows.stream().map(r -> RowCodec.row(r, type)).toList(), type);
  }

  private static void addFigures(
      List<Map<String, @Nullable Object>> rows,
      String area,
      String population,
      String squareKilometres,
      String coefficient) {
    rows.add(figure("population_density", area, population, squareKilometres, "computed"));
    rows.add(figure("resident_population_census", area, population, "1", "reported"));
    rows.add(figure("info_security_coefficient", area, coefficient, "1", "reported"));
  }

  private static Map<String, @Nullable Object> figure(
      String indicator, String area, String numerator, String denominator, String status) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("indicator_code", indicator);
    row.put("ref_area", area);
    row.put("ref_area_valid_from", OLD);
    row.put("time_period", "2014");
    row.put("numerator", new BigDecimal(numerator));
    row.put("denominator", new BigDecimal(denominator));
    row.put("value", new BigDecimal(numerator).divide(new BigDecimal(denominator)).setScale(10));
    row.put("value_status", status);
    return row;
  }

  private static Map<String, @Nullable Object> district(
      String code,
      LocalDate from,
      @Nullable LocalDate to,
      List<String> predecessors,
      @Nullable String successor) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("valid_from", from);
    row.put("valid_from_known", !from.equals(OLD));
    row.put("valid_to", to);
    row.put("name_zh", code);
    row.put("predecessors", predecessors);
    row.put("successor", successor);
    return row;
  }

  /** Indicator, value, status, quality and the areas of the rows behind it. */
  private static List<String> raw(Dataset<Row> trace, String unit) {
    return trace
        .where(
            col("edition")
                .equalTo("merged/2014")
                .and(col("stage").equalTo("raw"))
                .and(col("unit").equalTo(unit)))
        .sort("indicator")
        .collectAsList()
        .stream()
        .map(
            row ->
                String.join(
                        " ",
                        row.<String>getAs("indicator"),
                        String.valueOf(row.<Object>getAs("value")),
                        row.<String>getAs("status"),
                        String.valueOf(row.<Object>getAs("quality")))
                    + String.join(
                        "",
                        row.<String>getList(row.fieldIndex("evidence")).stream()
                            .map(s -> s.replaceAll(".*ref_area=([0-9]+).*", " $1"))
                            .toList()))
        .toList();
  }
}
