package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a map's folder: map.yaml and the files that it names. */
final class MapFolder {
  private MapFolder() {}

  static Optional<Loaded<MapDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("map").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    MapDeclaration map =
        new MapDeclaration(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            root.path("area").asText(),
            text(root, "outlines").map(name -> folder.absolute().resolve(name)),
            folder.absolute().resolve(root.path("tiles").asText()),
            root.path("origin").asText(""),
            root.path("licence").asText(""),
            text(root, "approval-number"),
            root.path("schematic").asBoolean(),
            folder.absolute(),
            folder.contentHash());
    Loaded<MapDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), map);
    loaded.requireId(problems, "/id", map.id(), folder.id());
    MapRules.check(loaded, problems);
    return Optional.of(loaded);
  }

  private static Optional<String> text(JsonNode root, String key) {
    return root.hasNonNull(key) ? Optional.of(root.path(key).asText()) : Optional.empty();
  }
}
