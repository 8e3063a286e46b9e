package org.citylake.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.citylake.core.json.Json;

/** The files that keep what was measured: one for a benchmark, a day and a machine. */
final class BenchmarkRecord {
  private BenchmarkRecord() {}

  /**
   * Adds a run to the day's file of this machine, {@code BENCHMARK-DATE.json}.
   *
   * @return the file
   */
  static Path add(
      Path folder, String benchmark, LocalDate date, String machine, Map<String, Object> run)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(benchmark + "-" + date + ".json");
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("date", date.toString()).put("machine", machine);
    root.putArray("runs");
    if (Files.exists(file)) {
      JsonNode before = Json.mapper().readTree(Files.readString(file));
      if (before instanceof ObjectNode object && object.path("machine").asText().equals(machine)) {
        root = object;
      }
    }
    root.withArray("runs").add(Json.mapper().valueToTree(run));
    Files.writeString(
        file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    return file;
  }
}
