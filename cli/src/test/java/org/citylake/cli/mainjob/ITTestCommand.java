package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code test} runs the cases of a city directory, of a name, and tells what differs. */
class ITTestCommand {
  private final Home home;
  private final Path city;

  ITTestCommand(@TempDir Path folder) {
    this.home = new Home(folder.resolve("home"));
    this.city = folder.resolve("my-city");
  }

  @Test
  void casesOfANamePassAndOfSparkToo() {
    CommandRun run =
        CommandRun.of(home, "test", "pm25_annual_mean", "human_development/example", "--json");

    run.expect(0);
    assertThat(run.json().path("cases").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(run.json().path("failed")).isEmpty();
    assertThat(Files.exists(home.root())).isFalse();
  }

  @Test
  void aCaseOfTheCityDirectoryThatFailsIsToldAndEndsWithOne() throws IOException {
    CommandRun.of(home, "index", "new", "green_city/2026", "--out", city.toString()).expect(0);
    Path cases = city.resolve("metrics/indexes/green_city/2026/tests");
    try (var folders = Files.list(cases)) {
      Files.writeString(
          folders.findFirst().orElseThrow().resolve("expected.csv"),
          "unit,node,score,rank\nnobody,green_city,1,1\n");
    }

    CommandRun run = CommandRun.of(home, "test", "--city", city.toString());

    run.expect(1);
    assertThat(run.out())
        .contains("FAILED green_city/2026/")
        .contains("missing:    nobody green_city score=1 rank=1")
        .contains("unexpected: nobody green_city score=not scored by the edition")
        .contains("1 case, 1 failed");
  }

  @Test
  void anUnknownNameIsToldWithTheNearest() {
    CommandRun run = CommandRun.of(home, "test", "pm25_anual_mean");

    run.expect(2);
    assertThat(run.err()).contains("did you mean 'pm25_annual_mean'?");
  }
}
