package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
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
            ScheduleKeys.read(yaml.get(), "schedule", problems),
            ExportDestinations.read(yaml.get(), problems),
            folder.absolute(),
            folder.contentHash());
    Loaded<ExportDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), export);
    loaded.requireId(problems, "/name", export.name(), folder.id());
    return Optional.of(loaded);
  }
}
