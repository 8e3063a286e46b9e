package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.SourceMapping.Assignment;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.value.OrderedMap;
import org.citylake.core.yaml.YamlFile;

/** Reads mapping.yaml. */
final class MappingFile {
  private MappingFile() {}

  static Optional<SourceMapping> read(YamlFile yaml, Problems problems) {
    if (!DeclarationSchema.named("mapping").check(yaml, problems)) {
      return Optional.empty();
    }
    Map<String, Assignment> columns = new LinkedHashMap<>();
    yaml.root()
        .path("columns")
        .fields()
        .forEachRemaining(
            e -> {
              check(yaml, YamlFile.child("/columns", e.getKey()), e.getValue(), problems);
              columns.put(e.getKey(), assignment(e.getValue()));
            });
    Map<String, Map<String, String>> variables = new LinkedHashMap<>();
    yaml.root()
        .path("variables")
        .fields()
        .forEachRemaining(
            e -> variables.put(e.getKey(), OrderedMap.copyOf(Texts.map(e.getValue()))));
    return Optional.of(new SourceMapping(yaml.root().path("to").asText(), columns, variables));
  }

  private static void check(YamlFile yaml, String place, JsonNode node, Problems problems) {
    String transform = node.path("transform").asText("identity");
    if (node.has("from") == node.has("constant")) {
      problems.add(
          yaml.problem(
              place,
              "assignment",
              node.toString(),
              "Say either 'from' or 'constant', one of them"));
    } else if (transform.startsWith("codelist") != node.has("codelist")
        || (node.has("constant") && node.has("transform"))) {
      problems.add(
          yaml.problem(
              place,
              "assignment",
              transform,
              "'codelist' stands with 'transform: codelist' or 'codelist-pattern',"
                  + " a constant without a transform"));
    }
  }

  private static Assignment assignment(JsonNode node) {
    return new Assignment(
        Texts.list(node.path("from")),
        Texts.text(node.path("constant")),
        node.path("transform").asText("identity"),
        Texts.text(node.path("codelist")),
        node.path("column").asText("code"));
  }
}
