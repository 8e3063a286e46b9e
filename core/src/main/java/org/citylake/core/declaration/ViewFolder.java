package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.ViewDeclaration.Column;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a view's folder: view.yaml and query.sql. */
final class ViewFolder {
  private static final String QUERY = "query.sql";

  private ViewFolder() {}

  static Optional<Loaded<ViewDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("view").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    if (!folder.has(QUERY)) {
      problems.add(folder.shown(QUERY), 0, "query-missing", "", "A view has its query beside it");
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    SqlFile query = new SqlFile(folder.text(QUERY));
    ViewDeclaration view =
        new ViewDeclaration(
            root.path("id").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            root.path("description").asText(),
            columns(root.path("columns")),
            query.text(),
            query.declaredInputs().orElse(List.of()),
            folder.absolute(),
            folder.contentHash());
    Loaded<ViewDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), view);
    loaded.requireId(problems, "/id", view.id(), folder.id());
    return Optional.of(loaded);
  }

  private static List<Column> columns(JsonNode nodes) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode node : nodes) {
      columns.add(
          new Column(
              node.path("name").asText(),
              node.path("type").asText(),
              node.path("description").asText()));
    }
    return columns;
  }
}
