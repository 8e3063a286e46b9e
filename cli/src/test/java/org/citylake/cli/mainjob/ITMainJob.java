package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITMainJob {
  private final SharedHome shared = SharedHome.get();
  private final Home home = shared.home();

  @Test
  void everyRecordThatArrivedIsAccountedFor() {
    JsonNode loads = shared.first().path("loads");

    assertThat(loads.findValuesAsText("source"))
        .contains("air_quality_pm25", "district_census", "plan_indicator");
    for (JsonNode load : loads) {
      assertThat(load.path("arrived").asLong())
          .as("%s", load)
          .isPositive()
          .isEqualTo(
              load.path("accepted").asLong()
                  + load.path("quarantined").asLong()
                  + load.path("duplicate").asLong());
    }
    assertThat(shared.first().path("indicators").asLong()).isGreaterThanOrEqualTo(12);
    assertThat(shared.first().path("exports")).hasSize(2);
  }

  @Test
  void everyEditionSaysHowManyUnitsHaveAScoreAndWhatItRestsOn() {
    JsonNode editions = shared.first().path("indexes");

    assertThat(editions.findValuesAsText("edition"))
        .hasSize(9)
        .contains("new_smart_city/2016", "plan_attainment/2015", "smart_city_development/2016");
    JsonNode edition = edition(editions, "plan_attainment/2015");
    assertThat(edition.path("units").asInt()).isEqualTo(2);
    assertThat(edition.path("periods").asInt()).isEqualTo(1);
    assertThat(edition.path("model").asBoolean()).isTrue();
    assertThat(edition.path("weight_imputed").isNumber()).isTrue();
    assertThat(edition.path("weight_imputed").asDouble()).isZero();
    assertThat(edition.path("weight_synthetic").asDouble()).isZero();
    assertThat(edition(editions, "new_smart_city/2016").path("units").asInt()).isZero();
    assertThat(edition(editions, "new_smart_city/2016").path("weight_imputed").isNull()).isTrue();
    assertThat(shared.second().path("indexes")).isEqualTo(editions);
  }

  @Test
  void aSecondRunAddsNothingToAnyTable() {
    assertThat(shared.second().path("release")).isEqualTo(shared.first().path("release"));
    assertThat(shared.second().path("loads")).isEqualTo(shared.first().path("loads"));
    assertThat(shared.after()).isEqualTo(shared.before());
  }

  @Test
  void everyStepOfTheRunHasARow() {
    assertThat(shared.rows().get("audit.run"))
        .hasSize(6)
        .allSatisfy(row -> assertThat(row).contains("status=complete"))
        .extracting(row -> row.replaceAll(".*step=([a-z]+).*", "$1"))
        .containsExactlyInAnyOrder("tables", "load", "stream", "compute", "publish", "export");
  }

  @Test
  void sqlReadsTheReleaseInEveryFormat() {
    SqlJava.require();
    String statement = "SELECT count(*) AS n FROM sensor_reading";

    assertThat(sql(statement, "--format", "csv")).isEqualTo("n\n83928\n");
    assertThat(sql(statement, "--format", "json")).isEqualTo("{\"n\":83928}\n");
    assertThat(sql(statement, "--json")).isEqualTo("{\"columns\":[\"n\"],\"rows\":[[83928]]}\n");
    assertThat(sql(statement)).contains("n\n").contains("(1 row)");
    assertThat(CommandRun.of(home, "sql", "SELEC 1", "--json").expect(2).error())
        .contains("mismatched input 'SELEC'");
  }

  @Test
  void aReportedFigureIsExplainedDownToTheLineThatWasDelivered() {
    String text = explain("indicator", "ii_integration_index", "310113", "--period", "2015");

    assertThat(text).contains("value: 85.0000000000", "两化融合指数", "line: 187", "as sent: I186,");
  }

  @Test
  void anAnnualMeanIsExplainedThroughItsDaysDownToTheReadings() {
    String text = explain("indicator", "pm25_annual_mean", "310106", "--period", "2014");

    assertThat(text)
        .contains("value: 53.32", "city.air_quality_day?sensor_id=jingan", "city.sensor_reading")
        .contains("file: ShanghaiPM20100101_20151231.csv", "as sent: ");
  }

  @Test
  void aScoreIsExplainedThroughItsIndicatorsDownToTheLine() {
    assertThat(explain("index", "plan_attainment/2015", "310106"))
        .contains("step normalise: target-attainment", "stage raw: 75.0", "as sent: I044,");
  }

  @Test
  void aScoreOfAPlanIsExplainedThroughEveryStageOfEachIndicator() {
    String text = explain("index", "plan_attainment/baoshan_2020", "310113");

    assertThat(text)
        .contains("weight_imputed: 0.0", "weight_synthetic: 0.0", "stage aggregated: ")
        .contains("stage raw: ", "stage normalised: ", "stage weighted: ", "as sent: ");
    assertThat(explain("index", "smart_city_development/2016", "310113"))
        .contains("stage screened: ", "stage imputed: ", "rows behind: none");
  }

  @Test
  void releasesAreListedWithTheirReasonAndNamedWhenOneIsUnknown() {
    JsonNode listed = CommandRun.of(home, "release", "list", "--json").expect(0).json();
    JsonNode shown =
        CommandRun.of(home, "release", "show", shared.release(), "--json").expect(0).json();
    String near = shared.release().substring(0, 16) + "x";

    assertThat(listed.path("releases").path(0).path("release").asText())
        .isEqualTo(shared.release());
    assertThat(shown.path("status").asText()).isEqualTo("preliminary");
    assertThat(shown.path("reason").asText()).isEqualTo("first release");
    assertThat(shown.path("changes")).isEmpty();
    assertThat(CommandRun.of(home, "release", "show", near, "--json").expect(2).error())
        .contains("did you mean '" + shared.release() + "'?");
    assertThat(
            CommandRun.of(home, "release", "finalise", shared.release(), "--reason", " ", "--json")
                .expect(2)
                .error())
        .contains("The reason is empty");
    assertThat(CommandRun.of(home, "run", "--reason", "", "--json").expect(2).error())
        .contains("The reason is empty");
  }

  @Test
  void anExportIsValidUntilAByteChangesOrAFileIsAdded(@TempDir Path folder) throws IOException {
    Path export = shared.export("city_figures");
    CommandRun.of(home, "verify", export.toString()).expect(0);
    List<Path> files;
    try (Stream<Path> listed = Files.list(export)) {
      files = listed.toList();
    }
    assertThat(files)
        .extracting(Path::getFileName)
        .extracting(Path::toString)
        .contains("manifest.json", "signature.json", "metric.index_score.parquet");
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      for (Path original : files) {
        Files.write(
            folder.resolve(original.getFileName()),
            original.equals(file) ? bytes : Files.readAllBytes(original));
      }
      assertThat(CommandRun.of(home, "verify", folder.toString()).code()).as("%s", file).isOne();
      Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
    }
    CommandRun.of(home, "verify", folder.toString()).expect(0);

    Files.writeString(folder.resolve("extra.txt"), "x");

    assertThat(CommandRun.of(home, "verify", folder.toString()).expect(1).out())
        .contains("extra.txt [extra-file]");
  }

  private static JsonNode edition(JsonNode editions, String id) {
    for (JsonNode edition : editions) {
      if (edition.path("edition").asText().equals(id)) {
        return edition;
      }
    }
    throw new AssertionError("no edition " + id + " in " + editions);
  }

  private String sql(String statement, String... options) {
    String[] args =
        Stream.concat(
                Stream.of("sql", statement, "--release", shared.release()), Stream.of(options))
            .toArray(String[]::new);
    return CommandRun.of(home, args).expect(0).out();
  }

  private String explain(String kind, String what, String district, String... options) {
    String[] args =
        Stream.concat(
                Stream.of(
                    "explain", kind, what, "--district", district, "--release", shared.release()),
                Stream.of(options))
            .toArray(String[]::new);
    return CommandRun.of(home, args).expect(0).out();
  }
}
