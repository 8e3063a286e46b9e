package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.citylake.cli.engine.EngineJob;
import org.citylake.cli.engine.EngineModule;
import org.citylake.cli.run.CodeVersion;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark faults}: streams that are broken in every way, by seed. */
@Command(
    name = "faults",
    description = {
      "Break live streams in every way, and count what was lost or kept twice.",
      "Each seed is a stream of 3,000 made-up messages into a lakehouse of its own. Tasks, task"
          + " managers and job managers fail, checkpoints are cut, commits are refused, delayed,"
          + " conflict or lose their answer, the disk stops, the stream goes on with other"
          + " parallelism or is rolled back to a savepoint. Of every 20 seeds one is a process that"
          + " is killed.",
      "Afterwards the tables are held against what was sent. Exit code 1 when anything is lost,"
          + " doubled or wrong."
    },
    footer = {
      "",
      "Interrupted, run it again: seeds that are done are not repeated, unless by --again.",
      "",
      "Examples:",
      "  ./citylake benchmark faults --seeds 20",
      "  ./citylake benchmark faults --seeds 1000 --json",
      "  ./citylake benchmark faults --first 17 --seeds 1 --again"
    })
final class FaultsBenchmarkCommand extends MeasuringCommand {
  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many seeds (default ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--first",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The first seed (default ${DEFAULT-VALUE}).")
  private long first;

  @Option(names = "--again", description = "Forget what was done before.")
  private boolean again;

  @Override
  int measure(Settings settings, Output output, Map<String, Object> run) throws IOException {
    // What another version of the code did says nothing of this one.
    Path folder = settings.home().run().resolve("faults").resolve(CodeVersion.of(settings.root()));
    Path outcomes = folder.resolve("outcomes.jsonl");
    if (again && Files.exists(folder)) {
      remove(folder);
    }
    Files.createDirectories(folder);
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("first", first);
    job.put("seeds", seeds);
    job.put("declaration_roots", settings.declarationRoots().stream().map(Path::toString).toList());
    job.put("work", folder.toString());
    job.put("outcomes", outcomes.toString());
    JsonNode result =
        new EngineJob(
                "faults",
                EngineModule.faultSeeds(settings.root()),
                folder,
                folder.resolve("faults-output.log"),
                "")
            .run(job, output::progress)
            .result();
    result.properties().forEach(entry -> run.put(entry.getKey(), entry.getValue()));
    for (JsonNode failed : result.path("failed")) {
      output.say("seed " + failed.path("seed").asLong() + ": " + failed.path("what").asText());
    }
    long bad =
        result.path("lost").asLong()
            + result.path("doubled").asLong()
            + result.path("wrong").asLong();
    output.say(
        String.format(
            Locale.ROOT,
            "%d seeds, %d of them processes that were killed: %d messages lost, %d rows doubled, %d"
                + " figures wrong, aim 0, %s; %.1f s a seed, aim 6",
            result.path("seeds").asLong(),
            result.path("killed").asLong(),
            result.path("lost").asLong(),
            result.path("doubled").asLong(),
            result.path("wrong").asLong(),
            met(bad == 0),
            result.path("seconds").asDouble() / Math.max(1, result.path("seeds").asLong())));
    return bad == 0 ? 0 : 1;
  }
}
