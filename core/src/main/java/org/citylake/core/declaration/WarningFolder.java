package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citylake.core.declaration.WarningDeclaration.Anomaly;
import org.citylake.core.declaration.WarningDeclaration.AreaKind;
import org.citylake.core.declaration.WarningDeclaration.Bound;
import org.citylake.core.declaration.WarningDeclaration.Change;
import org.citylake.core.declaration.WarningDeclaration.Condition;
import org.citylake.core.declaration.WarningDeclaration.Late;
import org.citylake.core.declaration.WarningDeclaration.Level;
import org.citylake.core.declaration.WarningDeclaration.Plan;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.core.declaration.WarningDeclaration.Threshold;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads a warning rule's folder: warning.yaml. */
final class WarningFolder {
  private WarningFolder() {}

  static Optional<Loaded<WarningDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("warning").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    int before = problems.all().size();
    WarningRules.complete(yaml.get(), problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    WarningDeclaration warning =
        new WarningDeclaration(
            root.path("rule").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            Texts.list(root.path("indicators")),
            Texts.list(root.path("areas")).stream()
                .map(a -> AreaKind.valueOf(a.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet()),
            Level.valueOf(root.path("level").asText().toUpperCase(Locale.ROOT)),
            condition(root.path("condition")),
            root.path("for").asInt(1),
            root.path("message-zh").asText(),
            root.path("message-en").asText(),
            root.path("owner").asText(),
            folder.absolute(),
            folder.contentHash());
    Loaded<WarningDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), warning);
    loaded.requireId(problems, "/rule", warning.rule(), folder.id());
    loaded.requireTests(problems, "expected.csv");
    return Optional.of(loaded);
  }

  private static Condition condition(JsonNode node) {
    return switch (node.path("type").asText()) {
      case "threshold" -> new Threshold(bound(node));
      case "change" ->
          new Change(
              node.path("against").asText().equals("same-period"),
              node.path("in").asText().equals("percent"),
              bound(node));
      case "plan" -> new Plan();
      case "anomaly" -> new Anomaly(node.has("side") ? side(node.path("side").asText()) : null);
      default -> new Late(node.path("behind").asInt());
    };
  }

  private static Bound bound(JsonNode node) {
    String side = node.has("above") ? "above" : "below";
    double limit = node.path(side).asDouble();
    return new Bound(side(side), limit, node.path("clear").asDouble(limit));
  }

  private static Side side(String text) {
    return Side.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
