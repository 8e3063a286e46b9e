package org.citylake.cli.index;

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

/** The commands that look at an index from outside, as users call them. */
class TestIndexAnalysisCommands {
  private static final String ROOT = String.valueOf(System.getProperty("citylake.root"));

  private final Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestIndexAnalysisCommands(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A scaffold and its made-up panel. */
  private Path scaffold() {
    assertThat(run("new", "green_city/2026", "--out", folder.toString())).isZero();
    return folder.resolve("metrics/indexes/green_city/2026");
  }

  private int analyse(String command, Path edition, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of(
                command,
                "--edition",
                edition.toString(),
                "--data",
                edition.resolve("tests/worked_by_hand/panel.csv").toString(),
                "--out",
                folder.resolve(command).toString(),
                "--json"));
    args.addAll(List.of(more));
    return run(args.toArray(new String[0]));
  }

  @Test
  void aScaffoldValidatesAndItsCaseIsToBeDone() throws IOException {
    Path edition = scaffold();

    assertThat(command("validate", folder.toString())).as(out.toString()).isZero();
    assertThat(Files.readString(edition.resolve("tests/worked_by_hand/expected.csv")))
        .contains("TODO");
    assertThat(run("new", "green_city/2026", "--out", folder.toString())).isEqualTo(2);
    assertThat(run("new", "Green City", "--out", folder.toString())).isEqualTo(2);
  }

  @Test
  void robustnessWritesRanksAndShares() throws IOException {
    Path edition = scaffold();

    assertThat(analyse("robustness", edition, "--draws", "50", "--sensitivity", "--base", "16"))
        .as(err.toString())
        .isZero();

    List<String> ranks = Files.readAllLines(folder.resolve("robustness/ranks.csv"));
    assertThat(ranks).hasSize(4);
    assertThat(ranks.get(0))
        .isEqualTo(
            "unit,period,nominal_rank,rank_mean,rank_median,rank_q05,rank_q95,score_nominal,"
                + "score_mean,score_q05,score_q95,draws");
    assertThat(ranks.get(1)).startsWith("north,2025,").endsWith(",50");
    assertThat(Files.readAllLines(folder.resolve("robustness/sensitivity.csv")).get(0))
        .isEqualTo(
            "factor,first_order,first_order_low,first_order_high,total,total_low,total_high");
    assertThat(lastLine().path("draws").asInt()).isEqualTo(50);
    assertThat(lastLine().path("usual_factors").asBoolean(true)).isFalse();
  }

  @Test
  void theSameSeedWritesTheSameFile() throws IOException {
    Path edition = scaffold();

    assertThat(analyse("robustness", edition, "--seed", "7", "--threads", "1")).isZero();
    String first = Files.readString(folder.resolve("robustness/ranks.csv"));
    assertThat(analyse("robustness", edition, "--seed", "7", "--threads", "3")).isZero();

    assertThat(Files.readString(folder.resolve("robustness/ranks.csv"))).isEqualTo(first);
  }

  @Test
  void wrongUseIsTwoAndBadDataOne() throws IOException {
    Path edition = scaffold();
    Path weights = folder.resolve("weights.csv");
    Files.writeString(weights, "rep,node,weight\n1,indicator_x,1\n1,indicator_a,-1\n");

    assertThat(analyse("robustness", edition, "--draws", "0")).isEqualTo(2);
    assertThat(analyse("robustness", edition, "--weights", "nowhere.csv")).isEqualTo(2);
    assertThat(analyse("audit", edition, "--period", "1999")).isEqualTo(2);
    assertThat(analyse("optimise", edition, "--level", "9")).isEqualTo(2);
    assertThat(analyse("robustness", edition, "--weights", weights.toString())).isEqualTo(1);
    assertThat(lastLine().path("error").path("message").asText())
        .contains("unknown-node", "indicator_x", "-1");
  }

  @Test
  void auditWritesAFileOfEachThing() throws IOException {
    Path edition = scaffold();

    assertThat(analyse("audit", edition)).as(err.toString()).isZero();

    try (var files = Files.list(folder.resolve("audit"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "statistics.csv",
              "availability.csv",
              "correlations.csv",
              "cronbach.csv",
              "principal_components.csv",
              "effective_weights.csv",
              "leave_one_out.csv",
              "strengths.csv",
              "weaknesses.csv",
              "similar_units.csv",
              "group_ranks.csv",
              "report.json");
    }
    assertThat(lastLine().path("units").asInt()).isEqualTo(3);
  }

  @Test
  void whatAnAuditFlagsIsSaid() throws IOException {
    Path edition = scaffold();
    Files.writeString(
        edition.resolve("tests/worked_by_hand/panel.csv"),
        """
        unit,indicator_a,indicator_b,indicator_c
        u1,1,1,3
        u2,2,3,1
        u3,3,2,4
        u4,4,5,2
        u5,5,4,6
        u6,6,6,5
        """);

    assertThat(analyse("audit", edition)).as(err.toString()).isZero();

    assertThat(err.toString()).contains("  against-sibling: indicator_a, indicator_b\n");
    assertThat(lastLine().at("/flags/against-sibling/0").asText())
        .isEqualTo("indicator_a, indicator_b");
  }

  @Test
  void anOptimisedEditionDiffersInItsWeights() throws IOException {
    Path edition = scaffold();

    Path targets = folder.resolve("targets.csv");
    Files.writeString(targets, "node,target\nfirst_pillar,0.51\nindicator_c,0.49\n");

    assertThat(analyse("optimise", edition, "--level", "1", "--targets", targets.toString()))
        .as(err.toString())
        .isZero();
    assertThat(analyse("compare", edition, "--with", folder.resolve("optimise").toString()))
        .as(err.toString())
        .isZero();

    assertThat(Files.readAllLines(folder.resolve("compare/compare.csv"))).hasSize(4);
    assertThat(Files.readString(folder.resolve("compare/differences.csv")))
        .contains("weight,first_pillar", "own-step,green_city.weigh");
  }

  private JsonNode lastLine() {
    String[] lines = out.toString().strip().split("\n");
    try {
      return Json.mapper().readTree(lines[lines.length - 1]);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("the last line is no JSON: " + out, e);
    }
  }

  private int run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "index";
    System.arraycopy(args, 0, all, 1, args.length);
    return command(all);
  }

  private int command(String... args) {
    return CityLakeCommand.execute(
        Map.of("CITYLAKE_ROOT", ROOT, "CITYLAKE_HOME", folder.resolve("home").toString()),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }
}
