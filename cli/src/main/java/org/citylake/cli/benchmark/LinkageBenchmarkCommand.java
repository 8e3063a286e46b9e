package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.engine.ChildProcess;
import org.citylake.cli.engine.ChildSpec;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code benchmark linkage}: records of synthetic persons freed of duplicates. */
@Command(
    name = "linkage",
    description = {
      "Measure freeing synthetic persons of duplicates, beside Splink 4 on the same files in the"
          + " same run.",
      "Two synthetic sets of each size: of many names, and of few names that thousands share."
          + " Splink runs by the Python that CITYLAKE_SPLINK_PYTHON names, where it has Splink 4 and"
          + " DuckDB (pip install 'splink<5' 'duckdb<2')."
    },
    footer = {
      "",
      "Examples:",
      "  ./citylake benchmark linkage --records 100000",
      "  ./citylake benchmark linkage --json --record benchmarks/results"
    })
final class LinkageBenchmarkCommand extends MeasuringCommand {
  private static final long SEED = 1;

  @Option(
      names = "--records",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000,1000000",
      description = "How many records a set has, at least 100. Default: ${DEFAULT-VALUE}.")
  private List<Integer> records = new ArrayList<>();

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws IOException {
    if (records.stream().anyMatch(n -> n < 100)) {
      throw new ParameterException(spec().commandLine(), "--records must be at least 100");
    }
    List<Map<String, Object>> measurements = new ArrayList<>();
    for (int count : records) {
      for (SyntheticPersons.Names names : SyntheticPersons.Names.values()) {
        Path folder = Files.createTempDirectory("citylake-linkage");
        measurements.add(measure(settings, output, folder, names, count));
        remove(folder);
      }
    }
    run.put("measurements", measurements);
    return 0;
  }

  private static Map<String, Object> measure(
      Settings settings, Output output, Path here, SyntheticPersons.Names names, int count)
      throws IOException {
    Path data = here.resolve("persons.csv");
    Path truth = here.resolve("truth.csv");
    new SyntheticPersons(names, SEED).write(count, data, truth);
    Linked ours = ours(settings, here, data, truth, output);
    output.say(line(names, count, "CityLake", ours));
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("names", names.id());
    measured.put("records", count);
    measured.put("citylake", ours.object());
    Optional<JsonNode> splink = SplinkBenchmark.run(settings, here, data, truth);
    splink.ifPresent(
        peer -> {
          Linked theirs =
              Linked.of(
                  peer.path("seconds").asDouble(),
                  peer.path("peak_resident_mib").asLong(),
                  peer.path("label_free"));
          output.say(
              line(names, count, "Splink " + peer.path("splink").asText(), theirs)
                  + String.format(
                      Locale.ROOT,
                      "; best F1 %.5f at %s",
                      peer.path("best").path("f1").asDouble(),
                      peer.path("best_threshold").asText()));
          measured.put("splink", peer);
          measured.put("ratio_of_seconds", Measurement.round(theirs.seconds() / ours.seconds()));
        });
    if (splink.isEmpty()) {
      output.say(
          "Splink not measured: " + SplinkBenchmark.PYTHON + " names no Python with Splink 4");
      measured.put("splink", "not measured");
    }
    return measured;
  }

  /**
   * What one linkage took and found, over pairs of records.
   *
   * @param seconds from start to end
   * @param peakResidentMib the most memory held
   */
  private record Linked(
      double seconds, long peakResidentMib, double precision, double recall, double f1) {
    static Linked of(double seconds, long peakResidentMib, JsonNode pairwise) {
      return new Linked(
          Measurement.round(seconds),
          peakResidentMib,
          pairwise.path("precision").asDouble(),
          pairwise.path("recall").asDouble(),
          pairwise.path("f1").asDouble());
    }

    Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("seconds", seconds);
      object.put("peak_resident_mib", peakResidentMib);
      object.put("precision", precision);
      object.put("recall", recall);
      object.put("f1", f1);
      return object;
    }
  }

  private static String line(SyntheticPersons.Names names, int count, String who, Linked linked) {
    return String.format(
        Locale.ROOT,
        "%s names, %,d records, %s: %.1f s, resident %,d MiB, F1 %.5f",
        names.id(),
        count,
        who,
        linked.seconds(),
        linked.peakResidentMib(),
        linked.f1());
  }

  private static Linked ours(Settings settings, Path here, Path data, Path truth, Output output)
      throws IOException {
    Path linked = here.resolve("linked");
    Path result = here.resolve("link.json");
    long start = System.nanoTime();
    long resident =
        child(
            settings,
            here,
            result,
            output,
            "link",
            "--input",
            data.toString(),
            "--id",
            "record_id",
            "--out",
            linked.toString(),
            "--json");
    double seconds = (System.nanoTime() - start) / 1e9;
    Path score = here.resolve("score.json");
    child(
        settings,
        here,
        score,
        output,
        "link",
        "evaluate",
        "--clusters",
        linked.resolve("clusters.csv").toString(),
        "--truth",
        truth.toString(),
        "--json");
    JsonNode pairwise = Json.mapper().readTree(Files.readString(score)).path("pairwise");
    return Linked.of(seconds, resident >> 20, pairwise);
  }

  /** Runs a command in a JVM of its own as the launcher does; returns the most memory it held. */
  private static long child(
      Settings settings, Path here, Path result, Output output, String... command)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx" + settings.environment().getOrDefault("CITYLAKE_MEMORY", "1g"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.citylake.cli.Main"));
    arguments.addAll(List.of(command));
    Path log = here.resolve(result.getFileName() + ".log");
    ChildSpec spec =
        new ChildSpec(
            command[0],
            JavaHome.current().path(),
            arguments,
            Map.of("CITYLAKE_ROOT", settings.root().toString()),
            log);
    long resident;
    try (ChildProcess child = ChildProcess.start(spec, output::progress)) {
      child.awaitSuccess();
      resident = child.peakMemoryBytes();
    }
    List<String> objects = Files.readAllLines(log).stream().filter(l -> l.startsWith("{")).toList();
    Files.writeString(result, objects.get(objects.size() - 1));
    return resident;
  }
}
