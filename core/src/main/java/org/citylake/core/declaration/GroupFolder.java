package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.GroupDeclaration.Grant;
import org.citylake.core.declaration.GroupDeclaration.Limits;
import org.citylake.core.declaration.GroupDeclaration.Rows;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a group's folder: group.yaml. */
final class GroupFolder {
  private GroupFolder() {}

  static Optional<Loaded<GroupDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("group").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    JsonNode limits = root.path("limits");
    GroupDeclaration group =
        new GroupDeclaration(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            grants(root.path("grants")),
            Texts.list(root.path("views")),
            Texts.list(root.path("page")),
            root.path("unreleased").asBoolean(),
            new Limits(
                limits.path("running").asInt(),
                limits.path("queued").asInt(),
                limits.path("memory-percent").asInt()),
            folder.absolute(),
            folder.contentHash());
    Loaded<GroupDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), group);
    loaded.requireId(problems, "/id", group.id(), folder.id());
    loaded.requireTests(problems, "sees.csv");
    return Optional.of(loaded);
  }

  private static List<Grant> grants(JsonNode nodes) {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode node : nodes) {
      String rows = node.path("rows").asText().toUpperCase(Locale.ROOT).replace('-', '_');
      grants.add(
          new Grant(
              Texts.list(node.path("tables")),
              Rows.valueOf(rows),
              node.path("level").asText(),
              node.path("tokens").asBoolean()));
    }
    return grants;
  }
}
