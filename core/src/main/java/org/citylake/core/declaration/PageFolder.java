package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.PageDeclaration.Tile;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a page's folder: page.yaml. */
final class PageFolder {
  private PageFolder() {}

  static Optional<Loaded<PageDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("page").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    List<Tile> tiles = new ArrayList<>();
    for (JsonNode tile : root.path("tiles")) {
      tiles.add(
          new Tile(
              tile.path("type").asText(),
              tile.path("title-zh").asText(),
              tile.path("title-en").asText(),
              tile.path("section-zh").asText(""),
              tile.path("section-en").asText(""),
              tile.path("width").asText(""),
              Texts.values(tile.path("parameters"))));
    }
    PageDeclaration page =
        new PageDeclaration(
            root.path("name").asText(),
            root.path("title-zh").asText(),
            root.path("title-en").asText(),
            root.path("group-zh").asText(""),
            root.path("group-en").asText(""),
            root.path("order").asInt(),
            tiles,
            report(yaml.get(), problems),
            folder.absolute(),
            folder.contentHash());
    Loaded<PageDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), page);
    loaded.requireId(problems, "/name", page.name(), folder.id());
    return Optional.of(loaded);
  }

  private static Optional<PageDeclaration.Report> report(YamlFile yaml, Problems problems) {
    return ScheduleKeys.read(yaml, "report", problems)
        .map(
            schedule ->
                new PageDeclaration.Report(
                    schedule.cron(),
                    schedule.zone(),
                    Texts.list(yaml.root().at("/report/recipients"))));
  }
}
