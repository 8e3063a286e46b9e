package org.citylake.cli.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.entities.location.BoundaryFile;
import org.citylake.entities.location.NamedBoundaries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code benchmark locate}: the region of a place. */
@Command(
    name = "locate",
    description = {
      "Measure finding the region of places, beside JTS (STRtree and prepared geometries) in the same"
          + " run and thread.",
      "Half of the places are anywhere in the boundaries' extent, half are vertices, places on"
          + " borders, and the next coordinates around them. Both answers are compared for each.",
      "Exit code 1 when one differs."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake benchmark locate",
      "  ./citylake benchmark locate --boundaries berlin.geojson.gz --record benchmarks/results"
    })
final class LocateBenchmarkCommand extends MeasuringCommand {
  private static final String DISTRICT_MAP = "dashboard/maps/shanghai/outlines.json";

  @Option(
      names = "--boundaries",
      paramLabel = "FILE",
      description = "GeoJSON with polygons. Default: the shipped district map.")
  private @Nullable Path boundaries;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "How many places, at least 2. Default: ${DEFAULT-VALUE}.")
  private long points;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws IOException {
    if (points < 2) {
      throw new ParameterException(spec().commandLine(), "--points must be at least 2: " + points);
    }
    BoundaryFile file =
        BoundaryFile.read(boundaries == null ? settings.root().resolve(DISTRICT_MAP) : boundaries);
    Stopwatch watch = Stopwatch.start();
    LocateBenchmark benchmark =
        new LocateBenchmark(
            NamedBoundaries.of(file, Optional.empty(), Optional.empty()).boundaries());
    output.say(String.format(java.util.Locale.ROOT, "Both built in %.2f s", watch.seconds()));
    LocateBenchmark.Result anywhere = benchmark.anywhere(points / 2);
    output.say(anywhere.line());
    LocateBenchmark.Result onBorders = benchmark.onBorders(points - points / 2);
    output.say(onBorders.line());

    run.put("boundaries", file.file().getFileName().toString());
    run.put("polygons", file.features().stream().mapToInt(f -> f.polygons().size()).sum());
    run.put("measurements", List.of(anywhere.object(), onBorders.object()));
    run.put("disagreements", anywhere.disagreements() + onBorders.disagreements());
    return anywhere.disagreements() + onBorders.disagreements() == 0 ? 0 : 1;
  }
}
