package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads an edition's folder: index.yaml. */
final class EditionFolder {
  private EditionFolder() {}

  static Optional<Loaded<EditionDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("index").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    EditionDeclaration edition =
        new EditionDeclaration(
            root.path("index").asText() + "/" + root.path("edition").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            root.path("model").asBoolean(),
            root.path("edition-year").asInt(),
            root.path("data-period").asText(),
            nodes(root.path("tree")),
            Texts.list(root.path("units")),
            groups(root.path("peer-groups")),
            steps(root.path("steps")),
            root.path("minimum-units").asInt(),
            folder.absolute(),
            folder.contentHash());
    Loaded<EditionDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), edition);
    loaded.requireId(problems, "/edition", edition.id(), folder.id());
    loaded.requireTests(problems, "panel.csv", "expected.csv");
    for (String text : List.of("METHOD.md", "CHANGES.md")) {
      if (!folder.has(text)) {
        problems.add(folder.shown(text), 0, "missing-file", text, "An edition needs " + text);
      }
    }
    return Optional.of(loaded);
  }

  private static List<Node> nodes(JsonNode tree) {
    List<Node> nodes = new ArrayList<>();
    for (JsonNode node : tree) {
      nodes.add(
          new Node(
              node.path("code").asText(),
              Texts.text(node.path("parent")),
              node.path("weight").asDouble(1),
              node.path("name-zh").asText(),
              node.path("name-en").asText()));
    }
    return nodes;
  }

  private static Map<String, List<String>> groups(JsonNode node) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(e -> groups.put(e.getKey(), List.copyOf(Texts.list(e.getValue()))));
    return groups;
  }

  private static Map<String, Step> steps(JsonNode node) {
    Map<String, Step> steps = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            e -> {
              ObjectNode parameters = e.getValue().deepCopy();
              String method = parameters.remove("method").asText();
              steps.put(e.getKey(), new Step(method, Texts.values(parameters)));
            });
    return steps;
  }
}
