package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.schedule.CatchUp;
import org.citylake.core.yaml.YamlFile;

/** Reads {@code cron}, {@code zone} and {@code catch-up}, and says what is wrong with them. */
final class ScheduleKeys {
  private ScheduleKeys() {}

  /** The schedule under a key of the root; empty when there is none, or a wrong one. */
  static Optional<ExportSchedule> read(YamlFile yaml, String key, Problems problems) {
    JsonNode node = yaml.root().path(key);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    String zone = node.path("zone").asText();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add(
          yaml.problem(
              "/" + key + "/zone",
              "zone",
              zone,
              "There is no such time zone" + NearestName.hint(zone, ZoneId.getAvailableZoneIds())));
      return Optional.empty();
    }
    ExportSchedule schedule =
        new ExportSchedule(
            node.path("cron").asText(),
            zone,
            node.path("catch-up").asText().equals("all") ? CatchUp.ALL : CatchUp.LATEST);
    try {
      if (schedule.slots().next(Instant.EPOCH).isEmpty()) {
        problems.add(
            yaml.problem("/" + key + "/cron", "cron", schedule.cron(), "This day never comes"));
      }
    } catch (IllegalArgumentException e) {
      problems.add(
          yaml.problem(
              "/" + key + "/cron",
              "cron",
              schedule.cron(),
              "Not a cron expression: " + e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(schedule);
  }
}
