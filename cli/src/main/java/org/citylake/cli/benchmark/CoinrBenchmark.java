package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/**
 * Draws of COINr on the same tables by the same steps, where R and COINr are installed.
 *
 * @param measured the draws; empty where they could not be made
 * @param said which versions were measured, or why nothing was
 */
record CoinrBenchmark(Optional<Measurement> measured, String said) {
  private static final int NO_COINR = 3;

  /**
   * Measures.
   *
   * @param root the folder of the repository
   * @throws CityLakeException of kind EXTERNAL when R starts and the script fails
   */
  static CoinrBenchmark run(Path root, Map<String, String> environment, int draws) {
    Optional<Path> rscript = rscript(environment);
    if (rscript.isEmpty()) {
      return missing("no Rscript on the PATH");
    }
    try {
      Path out = Files.createTempFile("citylake-coinr", ".txt");
      Process process =
          new ProcessBuilder(
                  rscript.get().toString(),
                  "--vanilla",
                  root.resolve("benchmarks/coinr.R").toString(),
                  root.resolve("benchmarks/data/asem").toString(),
                  Integer.toString(draws))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      int code = process.waitFor();
      List<String> lines = Files.readAllLines(out);
      Files.delete(out);
      if (code == NO_COINR) {
        return missing("R has no package COINr");
      }
      if (code != 0) {
        throw new CityLakeException(
            Kind.EXTERNAL,
            "benchmarks/coinr.R ended with " + code + ": " + String.join("\n", lines));
      }
      return of(Json.mapper().readTree(lines.get(lines.size() - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run benchmarks/coinr.R", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while waiting for R", e);
    }
  }

  private static CoinrBenchmark of(JsonNode result) {
    return new CoinrBenchmark(
        Optional.of(
            Measurement.of(
                "coinr_draws",
                "COINr, ASEM draws, all steps, choices",
                result.path("draws").asInt(),
                result.path("seconds").asDouble(),
                result.path("cpu_seconds").asDouble())),
        "COINr " + result.path("coinr").asText() + ", R " + result.path("r").asText());
  }

  private static CoinrBenchmark missing(String reason) {
    return new CoinrBenchmark(Optional.empty(), "not measured: " + reason);
  }

  private static Optional<Path> rscript(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "Rscript"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** How many times as long COINr takes for a draw as ours; empty where it was not measured. */
  Optional<Double> ratio(Measurement ours) {
    return measured.map(m -> Measurement.round(m.each() / ours.each()));
  }

  Map<String, Object> object(Measurement ours) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("coinr", said);
    measured.ifPresent(m -> object.putAll(m.object()));
    ratio(ours).ifPresent(times -> object.put("times_slower_than_ours", times));
    return object;
  }
}
