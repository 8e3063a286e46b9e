package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.citylake.core.json.Json;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.exchange.CoinrImport;
import org.citylake.metrics.index.exchange.CoinrTable;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader;
import org.citylake.metrics.index.panel.PanelVariables;
import org.citylake.metrics.index.robustness.DrawRunner;
import org.citylake.metrics.index.robustness.RobustnessAnalysis;
import org.citylake.metrics.index.robustness.VariedEdition;

/**
 * The ASEM index of 51 countries and 49 indicators as COINr builds its example: denominate, impute
 * by group means, screen, winsorise, min-max to 1 to 100, so that geometric means are defined,
 * weighted arithmetic means of three levels.
 *
 * @param document content of index.yaml, without factors
 * @param panel the data
 */
record AsemBenchmark(ObjectNode document, Panel panel) {
  private static final long SEED = 20261126;

  private static final String STEPS =
      """
      {"denominate": {"method": "divide"},
       "impute": {"method": "group-mean", "group": "EurAsia_group"},
       "screen": {"method": "availability", "minimum": 0.9},
       "treat": {"method": "winsorise", "maximum": 5},
       "normalise": {"method": "min-max", "low": 1, "high": 100},
       "weight": {"method": "given"},
       "aggregate": {"method": "arithmetic-mean"}}
      """;

  private static final String WEIGHTS = "{\"name\": \"weights\", \"weight-noise\": 0.25}";
  private static final String MEANS =
      """
      {"name": "aggregation", "at": "/steps/aggregate/method",
       "values": ["arithmetic-mean", "geometric-mean"]}
      """;

  /** As COINr's article on sensitivity varies them. */
  private static final String CHOICES =
      """
      {"name": "treatment", "at": "/steps/treat/maximum", "values": [1, 3, 5]},
      {"name": "normalisation", "at": "/steps/normalise", "values": [
        {"method": "min-max", "low": 1, "high": 100},
        {"method": "z-score", "mean": 10, "deviation": 1}]}
      """;

  /** Of these no two draws are alike, so that no draw finds treated data that are there already. */
  private static final String RANGES =
      """
      {"name": "treatment", "at": "/steps/treat/skewness", "low": 1.5, "high": 2.5},
      {"name": "normalisation", "at": "/steps/normalise/low", "low": 1, "high": 10}
      """;

  /**
   * Reads the two tables.
   *
   * @param folder the folder with iData.csv and iMeta.csv
   */
  static AsemBenchmark load(Path folder) {
    CoinrImport.Imported imported =
        CoinrImport.of(
            CoinrTable.read(folder.resolve("iData.csv")),
            CoinrTable.read(folder.resolve("iMeta.csv")),
            "asem",
            "2018",
            2018);
    ObjectNode document = imported.document();
    document.set("steps", json(STEPS));
    VariedEdition edition = VariedEdition.of(document, "asem/index.yaml");
    CompiledEdition compiled = IndexEngine.compile(edition.edition());
    return new AsemBenchmark(document, panel(imported, compiled));
  }

  private static Panel panel(CoinrImport.Imported imported, CompiledEdition compiled) {
    try {
      Path file = Files.createTempFile("citylake-asem", ".csv");
      try (CsvWriter csv = CsvWriter.builder().build(file)) {
        csv.writeRecord(imported.header());
        imported.lines().forEach(csv::writeRecord);
      }
      Panel panel =
          PanelCsvReader.read(
                  file,
                  new PanelVariables(compiled.variables(), compiled.edition().groupColumns(), true))
              .panel();
      Files.delete(file);
      return panel;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the panel of the benchmark", e);
    }
  }

  /** Measures; the first scoring has to be the first of this JVM. */
  List<Measurement> measure(BenchmarkSize size, Consumer<Measurement> tell) {
    List<Measurement> all = new ArrayList<>();
    Consumer<Measurement> add =
        m -> {
          all.add(m);
          tell.accept(m);
        };
    CompiledEdition compiled =
        IndexEngine.compile(VariedEdition.of(document, "asem/index.yaml").edition());
    Stopwatch watch = Stopwatch.start();
    IndexEngine.score(compiled, panel);
    add.accept(Measurement.of("asem_cold", "ASEM 51 x 49, first scoring", 1, watch));
    scorings(compiled, size.warmSeconds());
    Measurement warm = scorings(compiled, size.warmSeconds());
    add.accept(warm);
    add.accept(
        draws("asem_draws", "ASEM draws, all steps, choices", CHOICES, size.draws())
            .aim(size.aim(5))
            .against(warm));
    add.accept(
        draws("asem_draws_unlike", "ASEM draws, all steps, no two alike", RANGES, size.draws())
            .aim(size.aim(5))
            .against(warm));
    add.accept(
        draws("asem_draws_weights", "ASEM draws, weights only", "", size.draws())
            .aim(size.aim(0.5))
            .against(warm));
    add.accept(sobol(size.base()).aim(size.aim(10)).against(warm));
    return all;
  }

  private Measurement scorings(CompiledEdition compiled, double seconds) {
    int count = 0;
    Stopwatch watch = Stopwatch.start();
    do {
      IndexEngine.score(compiled, panel);
      count++;
    } while (watch.seconds() < seconds);
    return Measurement.of("asem_warm", "ASEM 51 x 49, warm scorings", count, watch);
  }

  private Measurement draws(String name, String what, String choices, int draws) {
    RobustnessAnalysis analysis =
        analysis(choices.isEmpty() ? WEIGHTS : WEIGHTS + "," + choices + "," + MEANS);
    Stopwatch watch = Stopwatch.start();
    require(analysis.uncertainty(draws, SEED, DrawRunner.quiet()).failed());
    return Measurement.of(name, what, draws, watch);
  }

  private Measurement sobol(int base) {
    RobustnessAnalysis analysis = analysis(WEIGHTS + "," + CHOICES + "," + MEANS);
    Stopwatch watch = Stopwatch.start();
    var result = analysis.sensitivity(base, SEED, DrawRunner.quiet());
    require(result.failed());
    return Measurement.of("asem_sobol", "ASEM Sobol', 4 factors, N " + base, result.runs(), watch);
  }

  private RobustnessAnalysis analysis(String factors) {
    ObjectNode varied = document.deepCopy();
    varied.set("robustness", json("{\"factors\": [" + factors + "]}"));
    return RobustnessAnalysis.of(VariedEdition.of(varied, "asem/index.yaml"), panel);
  }

  private static void require(int failed) {
    if (failed > 0) {
      throw new IllegalStateException(failed + " draws could not be scored");
    }
  }

  private static com.fasterxml.jackson.databind.JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
