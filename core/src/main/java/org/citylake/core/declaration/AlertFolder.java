package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.AlertDeclaration.Absence;
import org.citylake.core.declaration.AlertDeclaration.Bound;
import org.citylake.core.declaration.AlertDeclaration.Change;
import org.citylake.core.declaration.AlertDeclaration.Condition;
import org.citylake.core.declaration.AlertDeclaration.Deviation;
import org.citylake.core.declaration.AlertDeclaration.Escalation;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.citylake.core.declaration.AlertDeclaration.Level;
import org.citylake.core.declaration.AlertDeclaration.Part;
import org.citylake.core.declaration.AlertDeclaration.Season;
import org.citylake.core.declaration.AlertDeclaration.Together;
import org.citylake.core.declaration.AlertDeclaration.Value;
import org.citylake.core.declaration.WarningDeclaration.Side;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads an alert rule's folder: alert.yaml. */
final class AlertFolder {
  private AlertFolder() {}

  static Optional<Loaded<AlertDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    if (yaml.isEmpty() || !DeclarationSchema.named("alert").check(yaml.get(), problems)) {
      return Optional.empty();
    }
    int before = problems.all().size();
    AlertRules.complete(yaml.get(), problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    JsonNode root = yaml.get().root();
    AlertDeclaration alert =
        new AlertDeclaration(
            root.path("rule").asText(),
            root.path("name-zh").asText(),
            root.path("name-en").asText(),
            Texts.list(root.path("sources")),
            ZoneId.of(root.path("zone").asText()),
            condition(root.path("condition")),
            levels(root.path("levels")),
            duration(root.path("for")),
            duration(root.path("reopen-within")),
            escalations(root.path("escalate")),
            root.path("owner").asText(),
            folder.absolute(),
            folder.contentHash());
    Loaded<AlertDeclaration> loaded = new Loaded<>(folder, Map.of(marker, yaml.get()), alert);
    loaded.requireId(problems, "/rule", alert.rule(), folder.id());
    loaded.requireTests(problems, "expected.csv");
    return Optional.of(loaded);
  }

  private static Condition condition(JsonNode node) {
    String metric = node.path("metric").asText();
    return switch (node.path("type").asText()) {
      case "threshold" -> new Value(metric);
      case "change" ->
          new Change(
              metric, duration(node.path("over")), node.path("in").asText().equals("percent"));
      case "absence" -> new Absence(metric);
      case "deviation" ->
          new Deviation(
              metric,
              Season.valueOf(node.path("season").asText().toUpperCase(Locale.ROOT)),
              node.path("history").asInt(),
              number(node.path("least")));
      default -> together(node);
    };
  }

  private static Together together(JsonNode node) {
    List<Part> parts = new ArrayList<>();
    node.path("all").forEach(p -> parts.add(new Part(p.path("metric").asText(), bound(p))));
    return new Together(parts, duration(node.path("within")));
  }

  private static List<Level> levels(JsonNode node) {
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : node) {
      boolean bounded = level.has("above") || level.has("below");
      levels.add(
          new Level(
              Grade.valueOf(level.path("level").asText().toUpperCase(Locale.ROOT)),
              bounded ? bound(level) : null,
              level.has("after") ? duration(level.path("after")) : null));
    }
    return levels;
  }

  private static List<Escalation> escalations(JsonNode node) {
    List<Escalation> escalations = new ArrayList<>();
    node.forEach(
        e -> escalations.add(new Escalation(duration(e.path("after")), e.path("to").asText())));
    return escalations;
  }

  private static Bound bound(JsonNode node) {
    String side = node.has("above") ? "above" : "below";
    BigDecimal limit = number(node.path(side));
    return new Bound(
        Side.valueOf(side.toUpperCase(Locale.ROOT)),
        limit,
        node.has("clear") ? number(node.path("clear")) : limit);
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  private static Duration duration(JsonNode node) {
    return node.isMissingNode() ? Duration.ZERO : Duration.parse(node.asText());
  }
}
