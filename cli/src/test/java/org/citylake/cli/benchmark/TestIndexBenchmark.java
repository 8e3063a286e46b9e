package org.citylake.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.citylake.cli.command.CityLakeCommand;
import org.citylake.core.json.Json;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs and records what it should; how fast it is, is no test. */
class TestIndexBenchmark {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  @Test
  void everythingIsMeasuredAndRecorded(@TempDir Path folder) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Map<String, String> environment =
        Map.of(
            "CITYLAKE_ROOT", ROOT.toString(), "CITYLAKE_HOME", folder.resolve("home").toString());

    int code = 0;
    for (int i = 0; i < 2; i++) {
      code +=
          CityLakeCommand.execute(
              environment,
              new PrintWriter(out, true),
              new PrintWriter(err, true),
              ("benchmark index --quick --json --record " + folder).split(" "));
    }

    assertThat(code).as(err.toString()).isZero();
    JsonNode result = Json.mapper().readTree(out.toString().lines().findFirst().orElseThrow());
    assertThat(result.path("machine").asText()).contains("cores", "GiB", "Java");
    assertThat(result.path("date").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(result.path("coinr").path("coinr").asText())
        .isEqualTo("not measured: no Rscript on the PATH");
    assertThat(result.path("panel_memory").path("flag").asText()).isEqualTo("-Xmx2g");
    assertThat(names(result))
        .containsExactly(
            "asem_cold",
            "asem_warm",
            "asem_draws",
            "asem_draws_unlike",
            "asem_draws_weights",
            "asem_sobol",
            "panel_score",
            "panel_draws",
            "panel");
    assertThat(result.findValues("aim_seconds")).isEmpty();
    Path file = folder.resolve("index-" + result.path("date").asText() + ".json");
    assertThat(Json.mapper().readTree(Files.readString(file)).path("runs")).hasSize(2);
  }

  @Test
  void theTablesGiveTheIndexThatIsMeasured() {
    AsemBenchmark asem = AsemBenchmark.load(ROOT.resolve("benchmarks/data/asem"));

    assertThat(asem.panel().rows().units()).hasSize(51);
    assertThat(asem.document().path("tree").findValues("direction")).hasSize(49);
  }

  @Test
  void theSyntheticPanelIsTheSameEachTimeAndMarked() {
    Panel first = new SyntheticIndex(3, 20, 2).panel();
    Panel second = new SyntheticIndex(3, 20, 2).panel();

    assertThat(first.rows().size()).isEqualTo(6);
    assertThat(first.columns()).isEqualTo(second.columns()).hasSize(20);
    Column column = first.column("i001");
    for (int row = 0; row < 6; row++) {
      assertThat(column.status(row)).isIn(Status.SYNTHETIC, Status.MISSING);
    }
  }

  @Test
  void aRatioSaysWhetherTheAimWasMet() {
    Measurement one = Measurement.of("one", "One", 10, 20, 20);
    Measurement all = Measurement.of("all", "All", 4, 6, 12).aim(OptionalDouble.of(5)).against(one);

    assertThat(all.object())
        .containsEntry("seconds", 6.0)
        .containsEntry("cpu_seconds", 12.0)
        .containsEntry("ratio_to_aim", 1.2)
        .containsEntry("aim_met", false)
        .containsEntry("ratio_to_scoring", 0.75);
    assertThat(all.line()).contains("aim 5.0 s, ratio 1.20, MISSED");
  }

  private static List<String> names(JsonNode result) {
    List<String> names = new ArrayList<>();
    Stream.of(result.path("measurements"))
        .forEach(all -> all.forEach(m -> names.add(m.path("name").asText())));
    return names;
  }
}
