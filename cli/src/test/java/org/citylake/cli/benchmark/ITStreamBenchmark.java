package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark takes every reading, also through a kill; how fast it is, is no test. */
class ITStreamBenchmark {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  @Test
  void everyReadingIsTakenByBothJobsAndThroughAKill(@TempDir Path folder) throws IOException {
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
            ("benchmark stream --events 4000 --rate 200 --seconds 5 --json --work " + work)
                .split(" "));

    assertThat(code).as(err.toString()).isZero();
    JsonNode run = Json.mapper().readTree(out.toString());
    assertThat(run.at("/throughput/rows").asLong()).isEqualTo(4000);
    assertThat(run.at("/throughput/bare_rows").asLong()).isEqualTo(4000);
    assertThat(run.at("/throughput/ratio_to_bare").asDouble()).isPositive();
    assertThat(run.at("/steady/seconds_99").asDouble()).isPositive();
    assertThat(run.path("rows").asLong()).isPositive().isEqualTo(run.path("sent").asLong());
    assertThat(run.at("/recovery/caught_up").asBoolean()).isTrue();
    assertThat(run.at("/recovery/caught_up_seconds").asDouble()).isGreaterThan(1);
    assertThat(work).isEmptyDirectory();
  }
}
