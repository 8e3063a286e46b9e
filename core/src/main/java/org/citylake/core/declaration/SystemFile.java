package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a system's file. */
final class SystemFile {
  private SystemFile() {}

  static Optional<Loaded<SystemDeclaration>> read(DeclarationFolder folder, Problems problems) {
    Optional<YamlFile> yaml = folder.yaml(folder.marker(), problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("system").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    SystemDeclaration system =
        new SystemDeclaration(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            Texts.list(root.path("planned-by")),
            root.path("district").asText(),
            root.path("owner-zh").asText(),
            root.path("owner-en").asText(),
            root.path("cadence").asText(),
            root.path("contract").asText(),
            root.path("need").asText(),
            Texts.list(root.path("fields")),
            Texts.text(root.path("gap")),
            Texts.list(root.path("assumed")));
    Loaded<SystemDeclaration> loaded =
        new Loaded<>(folder, Map.of(folder.marker(), yaml.get()), system);
    loaded.requireId(problems, "/id", system.id(), folder.id());
    return Optional.of(loaded);
  }
}
