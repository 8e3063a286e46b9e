package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures the shipped map and records it; how fast it is, is no test. */
class TestLocateBenchmark {
  @Test
  void bothWaysAgreeOnTheShippedMapAndAreRecorded(@TempDir Path folder) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int code =
        CityLakeCommand.execute(
            Map.of("CITYLAKE_ROOT", String.valueOf(System.getProperty("citylake.root"))),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            ("benchmark locate --points 20000 --json --record " + folder).split(" "));

    assertThat(code).as(err.toString()).isZero();
    JsonNode result = Json.mapper().readTree(out.toString());
    assertThat(result.path("boundaries").asText()).isEqualTo("outlines.json");
    assertThat(result.path("disagreements").asInt(-1)).isZero();
    assertThat(result.path("measurements").findValuesAsText("places"))
        .containsExactly("anywhere", "on borders");
    assertThat(result.path("measurements").findValuesAsText("points"))
        .containsExactly("10000", "10000");
    assertThat(folder.resolve("locate-" + result.path("date").asText() + ".json")).exists();
  }
}
