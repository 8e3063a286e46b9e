package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionFolder;
import org.citylake.metrics.PublishedFile;
import org.citylake.metrics.index.exchange.CoinrTable;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader;
import org.citylake.metrics.index.panel.PanelFixture;
import org.citylake.metrics.index.panel.PanelVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published indexes come out as they were published. */
class TestPublishedIndexes {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  @Test
  void theHumanDevelopmentIndexOf1990To2022ComesOutAsPublished() {
    CompiledEdition compiled =
        IndexEngine.compile(
            EditionFolder.load(ROOT.resolve("metrics/indexes/human_development/example")));
    CoinrTable published = CoinrTable.read(PublishedFile.find("hdi/hdi_1990_2022_long.csv"));
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> wanted = new HashMap<>();
    for (CoinrTable.Line line : published.lines()) {
      List<String> cells = new ArrayList<>();
      for (String column : List.of("iso3", "year", "le", "eys", "mys", "gnipc")) {
        cells.add(line.find(column).orElse(""));
      }
      lines.add(cells);
      line.find("hdi").ifPresent(hdi -> wanted.put(cells.get(0) + " " + cells.get(1), hdi));
    }
    Panel panel =
        PanelFixture.of(
            compiled,
            List.of(
                "unit",
                "period",
                "life_expectancy_at_birth",
                "expected_years_of_schooling",
                "mean_years_of_schooling",
                "gni_per_capita_ppp"),
            lines);

    List<NodeScore> scores =
        IndexEngine.score(compiled, panel).scores().filter(s -> s.level() == 0).toList();

    List<String> different = new ArrayList<>();
    int same = 0;
    for (NodeScore score : scores) {
      String published3 = wanted.get(score.unit() + " " + score.timePeriod());
      if (published3 != null && score.score() != null) {
        BigDecimal rounded = BigDecimal.valueOf(score.score()).setScale(3, RoundingMode.HALF_UP);
        if (rounded.compareTo(new BigDecimal(published3)) == 0) {
          same++;
        } else {
          different.add(score.unit() + " " + score.timePeriod() + ": " + rounded);
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(same).isEqualTo(6171);
  }

  @Test
  void theMazziottaParetoIndexIsThatOfItsAuthorsPackage(@TempDir Path folder) throws Exception {
    for (String penalty : List.of("down", "up")) {
      IndexResult result =
          score(
              folder,
              "EU_NUTS1.csv",
              "NUTS1",
              Map.of("roads", "lower", "trains", "higher"),
              "{method: z-score, mean: 100, deviation: 10}",
              "{method: mpi, penalty: " + penalty + "}");

      CoinrTable published = CoinrTable.read(PublishedFile.find("compind/mpi_EU_NUTS1.csv"));
      assertThat(published.lines()).hasSize(34);
      for (CoinrTable.Line line : published.lines()) {
        assertThat(top(result, line.find("NUTS1").orElseThrow()))
            .isCloseTo(
                Double.parseDouble(
                    line.find(penalty.equals("down") ? "MPI_POS" : "MPI_NEG").orElseThrow()),
                within(1e-9));
      }
    }
  }

  @Test
  void theAdjustedMazziottaParetoIndexIsThatOfItsAuthorsPackage(@TempDir Path folder)
      throws Exception {
    Map<String, String> directions = new HashMap<>();
    CoinrTable data = CoinrTable.read(PublishedFile.find("compind/BLI_2017.csv"));
    data.header().stream()
        .filter(h -> !h.isEmpty() && !h.equals("country"))
        .forEach(h -> directions.put(h, "higher"));

    IndexResult result =
        score(folder, "BLI_2017.csv", "country", directions, "{method: ampi}", "{method: ampi}");

    CoinrTable published = CoinrTable.read(PublishedFile.find("compind/ampi_BLI_2017.csv"));
    assertThat(published.lines()).hasSize(35);
    for (CoinrTable.Line line : published.lines()) {
      assertThat(top(result, line.find("country").orElseThrow()))
          .isCloseTo(
              Double.parseDouble(line.find("AMPI_NEG_gp_mean").orElseThrow()), within(0.000501));
    }
  }

  private static IndexResult score(
      Path folder,
      String file,
      String unit,
      Map<String, String> directions,
      String normalise,
      String aggregate)
      throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            """
            index: test
            edition: "1"
            name-zh: 测试
            name-en: Test
            model: true
            edition-year: 2020
            scored-from: files
            minimum-units: 1
            steps:
              normalise: NORMALISE
              aggregate: AGGREGATE
            tree:
              - {code: top, name-zh: 顶, name-en: Top}
            """
                .replace("NORMALISE", normalise)
                .replace("AGGREGATE", aggregate));
    directions.forEach(
        (code, direction) ->
            yaml.append(
                "  - {code: %s, parent: top, weight: 1, direction: %s}%n"
                    .formatted(code, direction)));
    Files.writeString(folder.resolve("index.yaml"), yaml);
    EditionDeclaration edition = EditionFolder.load(folder);
    CompiledEdition compiled = IndexEngine.compile(edition);
    String text =
        Files.readString(PublishedFile.find("compind/" + file)).replace("\"" + unit + "\"", "unit");
    Path panel = Files.writeString(folder.resolve("panel.csv"), text);
    return IndexEngine.score(
        compiled,
        PanelCsvReader.read(panel, new PanelVariables(compiled.variables(), List.of(), true))
            .panel());
  }

  private static Double top(IndexResult result, String unit) {
    int row = result.rows().find(unit, "").orElseThrow();
    return result.scores(result.compiled().tree().root()).value(row);
  }
}
