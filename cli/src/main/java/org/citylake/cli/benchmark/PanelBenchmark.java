package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.engine.ChildSpec;
import org.citylake.cli.engine.JavaHome;
import org.citylake.core.json.Json;

/**
 * What scoring a large panel and drawing on it took in a JVM of 2 GiB.
 *
 * @param score the scoring
 * @param draws the draws of weights and aggregation
 * @param memory heap and resident memory in MiB
 */
record PanelBenchmark(Measurement score, Measurement draws, Map<String, Object> memory) {
  private static final String HEAP = "-Xmx2g";
  private static final double AIM_SECONDS = 60;

  static PanelBenchmark run(BenchmarkSize size) {
    try {
      Path folder = Files.createTempDirectory("citylake-benchmark");
      Path result = folder.resolve("result.json");
      Path log = folder.resolve("log");
      long resident;
      try (ChildProcess child = ChildProcess.start(spec(size, result, log), progress -> {})) {
        child.awaitSuccess();
        resident = child.peakMemoryBytes();
      }
      PanelBenchmark measured =
          of(size, Json.mapper().readTree(Files.readString(result)), resident);
      Files.delete(result);
      Files.deleteIfExists(log);
      Files.delete(folder);
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the temporary folder of the benchmark", e);
    }
  }

  private static ChildSpec spec(BenchmarkSize size, Path result, Path log) {
    return new ChildSpec(
        "panel-benchmark",
        JavaHome.current().path(),
        List.of(
            HEAP,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            PanelBenchmarkMain.class.getName(),
            result.toString(),
            Integer.toString(size.units()),
            Integer.toString(size.indicators()),
            Integer.toString(size.years()),
            Integer.toString(size.panelDraws())),
        Map.of(),
        log);
  }

  private static PanelBenchmark of(BenchmarkSize size, JsonNode result, long resident) {
    String panel =
        "Synthetic " + size.units() + " x " + size.indicators() + " x " + size.years() + ", ";
    Measurement score =
        Measurement.of(
            "panel_score",
            panel + "scoring",
            1,
            seconds(result, "score_seconds"),
            seconds(result, "score_cpu_seconds"));
    Measurement draws =
        Measurement.of(
            "panel_draws",
            panel + "draws",
            size.panelDraws(),
            seconds(result, "draw_seconds"),
            seconds(result, "draw_cpu_seconds"));
    if (result.path("failed").asInt() > 0 || result.path("scored").asInt() == 0) {
      throw new IllegalStateException("the synthetic panel was not scored: " + result);
    }
    Map<String, Object> memory = new LinkedHashMap<>();
    memory.put("flag", HEAP);
    memory.put("heap_limit_mib", result.path("heap_limit_mib").asLong());
    memory.put("peak_heap_mib", result.path("peak_heap_mib").asLong());
    memory.put("peak_resident_mib", resident >> 20);
    return new PanelBenchmark(score, draws.against(score), memory);
  }

  private static double seconds(JsonNode result, String name) {
    return result.path(name).asDouble();
  }

  /** Both together, which the aim is set for. */
  Measurement both(BenchmarkSize size) {
    return Measurement.of(
            "panel",
            "Synthetic panel, scoring and draws",
            1,
            score.seconds() + draws.seconds(),
            score.cpuSeconds() + draws.cpuSeconds())
        .aim(size.aim(AIM_SECONDS));
  }
}
