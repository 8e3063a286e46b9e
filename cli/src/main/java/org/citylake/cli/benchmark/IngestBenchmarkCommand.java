package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.benchmark.IngestBenchmark.Loaded;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark ingest}: loading, against Spark's plain copy. */
@Command(
    name = "ingest",
    description = {
      "Measure loading of synthetic CSV and Parquet files through the whole validation.",
      "Each size is loaded into a lakehouse of its own, and in the same run Spark reads and writes"
          + " the same files plainly: the ratio tells what validation, keys and the catalog cost."
    },
    footer = {
      "",
      "Ten million rows need 6 GB of disk and some minutes; other programs make it slower.",
      "",
      "Examples:",
      "  ./citylake benchmark ingest --rows 1000000",
      "  ./citylake benchmark ingest --rows 1000000,10000000 --record benchmarks/results"
    })
final class IngestBenchmarkCommand extends MeasuringCommand {
  private static final double AIM = 0.5;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      description = "Rows of each size (default 1000000,10000000).")
  private List<Long> rows = List.of(1_000_000L, 10_000_000L);

  @Option(
      names = "--heap",
      paramLabel = "FLAG",
      description = "Bound of a load's heap (default -Xmx2g).")
  private String heap = "-Xmx2g";

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Where the files are made and removed again (default: the temporary folder).")
  private @Nullable Path work;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws IOException {
    List<Loaded> all = new ArrayList<>();
    for (long size : rows) {
      Path folder =
          work == null
              ? Files.createTempDirectory("citylake-benchmark")
              : Files.createTempDirectory(work, "citylake-benchmark");
      try {
        for (Loaded loaded :
            new IngestBenchmark(settings.root(), folder, heap, output::progress).measure(size)) {
          output.say(loaded.line());
          all.add(loaded);
        }
      } finally {
        remove(folder);
      }
    }
    run.put("heap", heap);
    run.put("aim_ratio_csv", AIM);
    run.put("measurements", all.stream().map(Loaded::object).toList());
    Map<String, Double> growth = growth(all);
    run.put("cost_per_row_largest_to_smallest", growth);
    growth.forEach(
        (format, times) ->
            output.say(
                String.format(
                    Locale.ROOT,
                    "%s: a row of the largest file costs %.2f of one of the smallest",
                    format,
                    times)));
    return 0;
  }

  /** By format, processor time a row of the largest size over that of the smallest. */
  private static Map<String, Double> growth(List<Loaded> all) {
    Map<String, Double> growth = new LinkedHashMap<>();
    for (String format : List.of("csv", "parquet")) {
      List<Loaded> sizes =
          all.stream()
              .filter(loaded -> loaded.format().equals(format))
              .sorted(Comparator.comparingLong(Loaded::rows))
              .toList();
      if (sizes.size() > 1) {
        growth.put(
            format,
            Measurement.round(
                sizes.get(sizes.size() - 1).nanosPerRow() / sizes.get(0).nanosPerRow()));
      }
    }
    return growth;
  }
}
