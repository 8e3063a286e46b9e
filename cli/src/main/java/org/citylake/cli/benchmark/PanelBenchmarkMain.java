package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.core.json.Json;
import org.citylake.core.process.ParentWatch;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.robustness.DrawRunner;
import org.citylake.metrics.index.robustness.RobustnessAnalysis;
import org.citylake.metrics.index.robustness.UncertaintyResult;
import org.citylake.metrics.index.robustness.VariedEdition;

/**
 * Scores a large synthetic panel and makes draws on it, in a JVM of its own so that its heap can be
 * bounded and measured. Arguments: file for the result, units, indicators, years, draws.
 */
public final class PanelBenchmarkMain {
  private static final long MEBIBYTE = 1L << 20;

  private PanelBenchmarkMain() {}

  /** Runs. */
  public static void main(String[] args) throws IOException {
    ParentWatch.start();
    SyntheticIndex index =
        new SyntheticIndex(
            Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    int draws = Integer.parseInt(args[4]);
    Map<String, Object> result = new LinkedHashMap<>();
    Stopwatch watch = Stopwatch.start();
    Panel panel = index.panel();
    VariedEdition edition = VariedEdition.of(index.document(), "synthetic/index.yaml");
    result.put("generate_seconds", watch.seconds());
    watch = Stopwatch.start();
    long scored =
        IndexEngine.score(edition.edition(), panel)
            .scores()
            .filter(s -> s.level() == 0 && s.score() != null)
            .count();
    result.put("score_seconds", watch.seconds());
    result.put("score_cpu_seconds", watch.cpuSeconds());
    result.put("scored", scored);
    watch = Stopwatch.start();
    UncertaintyResult drawn =
        RobustnessAnalysis.of(edition, panel).uncertainty(draws, 1, DrawRunner.quiet());
    result.put("draw_seconds", watch.seconds());
    result.put("draw_cpu_seconds", watch.cpuSeconds());
    result.put("failed", drawn.failed());
    result.put("peak_heap_mib", IngestBenchmarkMain.peakHeap() / MEBIBYTE);
    result.put("heap_limit_mib", Runtime.getRuntime().maxMemory() / MEBIBYTE);
    Files.writeString(Path.of(args[0]), Json.line(result));
  }
}
