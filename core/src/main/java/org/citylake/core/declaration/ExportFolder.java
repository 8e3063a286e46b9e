package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.schedule.CatchUp;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads an export's folder: export.yaml. */
final class ExportFolder {
  private ExportFolder() {}

  static Optional<Loaded<ExportDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("export").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    ExportDeclaration export =
        new ExportDeclaration(
            root.path("name").asText(),
            root.path("title-zh").asText(),
            root.path("title-en").asText(),
            root.path("audience").asText(),
            Texts.list(root.path("tables")),
            Texts.list(root.path("formats")),
            schedule(yaml.get(), problems),
            ExportDestinations.read(yaml.get(), problems),
            folder.absolute(),
            folder.contentHash());
    Loaded<ExportDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), export);
    loaded.requireId(problems, "/name", export.name(), folder.id());
    return Optional.of(loaded);
  }

  private static Optional<ExportSchedule> schedule(YamlFile yaml, Problems problems) {
    JsonNode node = yaml.root().path("schedule");
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    String zone = node.path("zone").asText();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add(
          yaml.problem(
              "/schedule/zone",
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
            yaml.problem("/schedule/cron", "cron", schedule.cron(), "This day never comes"));
      }
    } catch (IllegalArgumentException e) {
      problems.add(
          yaml.problem(
              "/schedule/cron",
              "cron",
              schedule.cron(),
              "Not a cron expression: " + e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(schedule);
  }
}
