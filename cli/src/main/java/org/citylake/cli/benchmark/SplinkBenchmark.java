package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.json.Json;

/** Splink 4 and DuckDB on the same synthetic persons, where a Python that has them is named. */
final class SplinkBenchmark {
  static final String PYTHON = "CITYLAKE_SPLINK_PYTHON";
  private static final int NO_SPLINK = 3;

  private SplinkBenchmark() {}

  /**
   * Measures.
   *
   * @param here a folder for its output and for what does not fit into memory
   * @return what benchmarks/splink_persons.py printed; empty without Splink
   * @throws CityLakeException of kind EXTERNAL when the script starts and fails
   */
  static Optional<JsonNode> run(Settings settings, Path here, Path data, Path truth)
      throws IOException {
    String python = settings.environment().get(PYTHON);
    if (python == null) {
      return Optional.empty();
    }
    Path out = here.resolve("splink.json");
    Path errors = here.resolve("splink.log");
    int code;
    try {
      code =
          new ProcessBuilder(
                  python,
                  settings.root().resolve("benchmarks/splink_persons.py").toString(),
                  data.toString(),
                  truth.toString(),
                  here.toString())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start()
              .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while waiting for Splink", e);
    }
    if (code == NO_SPLINK) {
      return Optional.empty();
    }
    if (code != 0) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          "benchmarks/splink_persons.py ended with " + code + "; its log is " + errors);
    }
    List<String> lines = Files.readAllLines(out);
    return Optional.of(Json.mapper().readTree(lines.get(lines.size() - 1)));
  }
}
