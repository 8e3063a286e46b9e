package org.citylake.cli.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.cli.command.CityLakeSubcommand;
import org.citylake.cli.state.Lake;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.stream.StreamFigures;
import org.citylake.core.stream.StreamMetrics;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code stream status}: whether it runs, how old its last checkpoint is, what it counted, and how
 * far it is behind.
 */
@Command(
    name = "status",
    description = "Show state, last checkpoint, counts, lag and delay of the running stream.",
    footer = {"", "Example:", "  ./citylake stream status --json"})
final class StreamStatusCommand extends CityLakeSubcommand {
  @Override
  protected int run(Settings settings, Output output) throws IOException {
    requireHome(settings);
    RunningStream stream = RunningStream.of(settings.home());
    JsonNode job = stream.job();
    JsonNode last = stream.checkpoints().at("/latest/completed");
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("state", job.path("state").asText());
    object.put("web", stream.web());
    object.put("sources", stream.sources());
    object.put("restarts", job.path("status-counts").path("RESTARTING").asInt());
    output.say("State       " + job.path("state").asText() + ", Flink's page " + stream.web());
    if (!last.isMissingNode() && !last.isNull()) {
      Duration age =
          Duration.between(
              Instant.ofEpochMilli(last.path("latest_ack_timestamp").asLong()), Instant.now());
      object.put("checkpoint", last.path("id").asLong());
      object.put("checkpoint_age_seconds", age.toSeconds());
      object.put("checkpoint_milliseconds", last.path("end_to_end_duration").asLong());
      output.say(
          "Checkpoint  "
              + last.path("id").asLong()
              + ", "
              + age.toSeconds()
              + " s ago, took "
              + last.path("end_to_end_duration").asLong()
              + " ms");
    }
    Map<String, Map<String, Long>> counts = counts(settings);
    object.put("counts", counts);
    counts.forEach(
        (source, names) -> {
          StringBuilder line = new StringBuilder(String.format("%-28s", source));
          names.forEach((name, count) -> line.append(String.format(" %s %,d", name, count)));
          output.say(line.toString());
        });
    StreamMetrics.address(settings.home())
        .ifPresent(
            address -> {
              object.put("metrics", address.toString());
              output.say("Metrics     " + address);
            });
    Optional<StreamFigures> figures = StreamMetrics.find(settings.home());
    figures.ifPresent(found -> object.put("figures", found));
    figures
        .map(FigureLines::of)
        .orElse(List.of("The metrics do not answer; " + settings.home().logs() + " tells why"))
        .forEach(output::say);
    output.result(object);
    return 0;
  }

  /** By source and name, the newest counts of the stream that counted last. */
  private static Map<String, Map<String, Long>> counts(Settings settings) throws IOException {
    Map<String, Map<String, Long>> newest = new TreeMap<>();
    Map<String, Long> checkpoints = new TreeMap<>();
    try (Lake lake = Lake.attachOrStart(settings.home());
        LakeCatalog live = lake.connect(LakeCatalog.LIVE);
        CloseableIterable<Map<String, @Nullable Object>> rows =
            TableScan.rows(live.load("live.count"))) {
      for (Map<String, @Nullable Object> row : rows) {
        String source = String.valueOf(row.get("source_id"));
        String name = String.valueOf(row.get("name"));
        long checkpoint = Long.parseLong(String.valueOf(row.get("checkpoint")));
        String key = source + " " + name;
        if (checkpoint >= checkpoints.getOrDefault(key, Long.MIN_VALUE)) {
          checkpoints.put(key, checkpoint);
          newest
              .computeIfAbsent(source, s -> new TreeMap<>())
              .put(name, Long.parseLong(String.valueOf(row.get("count"))));
        }
      }
    }
    return newest;
  }
}
