package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.json.Json;
import org.citylake.core.process.JobFile;

/**
 * What a running stream and its tables take at a moment.
 *
 * @param events messages that a checkpoint has counted
 * @param stateBytes of the newest checkpoint
 * @param checkpointMillis how long it took
 * @param files data files of live.event
 * @param snapshots of live.event
 * @param planMillis to plan a scan of live.event
 */
record StreamState(
    long events,
    long stateBytes,
    long checkpointMillis,
    int files,
    int snapshots,
    double planMillis) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Looks at both; zeros for checkpoints before the first. */
  static StreamState of(LiveLake lake) throws IOException, InterruptedException {
    JsonNode checkpoint = Json.mapper().nullNode();
    if (Files.exists(lake.running())) {
      checkpoint = checkpoints(lake.running()).at("/latest/completed");
    }
    Table table = lake.table("live.event");
    Stopwatch watch = Stopwatch.start();
    int files = 0;
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask ignored : tasks) {
        files++;
      }
    }
    double plan = watch.seconds() * 1000;
    List<Object> snapshots = new ArrayList<>();
    table.snapshots().forEach(snapshots::add);
    return new StreamState(
        lake.arrived(),
        checkpoint.path("state_size").asLong(),
        checkpoint.path("end_to_end_duration").asLong(),
        files,
        snapshots.size(),
        plan);
  }

  private static JsonNode checkpoints(Path running) throws IOException, InterruptedException {
    JsonNode told = JobFile.read(running);
    URI address =
        URI.create(
            told.path("web").asText() + "/jobs/" + told.path("job_id").asText() + "/checkpoints");
    return Json.mapper()
        .readTree(
            CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }

  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("events", events);
    object.put("state_bytes", stateBytes);
    object.put("checkpoint_milliseconds", checkpointMillis);
    object.put("files", files);
    object.put("snapshots", snapshots);
    object.put("plan_milliseconds", Measurement.round(planMillis));
    return object;
  }
}
