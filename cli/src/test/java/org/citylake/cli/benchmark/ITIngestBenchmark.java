package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark loads every row beside a real Spark; how fast it is, is no test. */
class ITIngestBenchmark {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  @Test
  void bothFormatsAreLoadedAndRecorded(@TempDir Path folder) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Path work = Files.createDirectory(folder.resolve("work"));

    int code =
        CityLakeCommand.execute(
            Map.of(
                "CITYLAKE_ROOT",
                ROOT.toString(),
                "CITYLAKE_HOME",
                folder.resolve("home").toString()),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            ("benchmark ingest --rows 500,2000 --json --work " + work + " --record " + folder)
                .split(" "));

    assertThat(code).as(err.toString()).isZero();
    JsonNode result = Json.mapper().readTree(out.toString());
    JsonNode measurements = result.path("measurements");
    assertThat(measurements.findValuesAsText("format"))
        .containsExactly("csv", "parquet", "csv", "parquet");
    assertThat(measurements.findValuesAsText("rows")).containsExactly("500", "500", "2000", "2000");
    measurements.forEach(
        measured ->
            assertThat(
                    List.of(
                        measured.path("seconds").asDouble(),
                        measured.path("plain_seconds").asDouble(),
                        measured.path("ratio_to_plain").asDouble(),
                        measured.path("peak_heap_mib").asDouble()))
                .allSatisfy(number -> assertThat(number).isPositive()));
    assertThat(result.path("cost_per_row_largest_to_smallest").path("csv").asDouble()).isPositive();
    assertThat(work).isEmptyDirectory();
    Path file = folder.resolve("ingest-" + result.path("date").asText() + ".json");
    assertThat(Json.mapper().readTree(Files.readString(file)).path("runs")).hasSize(1);
  }
}
