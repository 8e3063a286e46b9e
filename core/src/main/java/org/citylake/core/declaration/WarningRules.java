package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a warning rule must keep, by itself and in view of indicators. */
final class WarningRules {
  /** What messages can name. */
  static final List<String> PLACEHOLDERS =
      List.of("area", "indicator", "period", "value", "threshold", "unit", "since", "change");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final TypedKeys KEYS =
      new TypedKeys(
          "condition",
          Set.of("type"),
          Map.of(
              "threshold", List.of(),
              "change", List.of("against", "in"),
              "plan", List.of(),
              "anomaly", List.of(),
              "late", List.of("behind")),
          Map.of(
              "threshold", List.of("above", "below", "clear"),
              "change", List.of("above", "below", "clear"),
              "plan", List.of(),
              "anomaly", List.of("side"),
              "late", List.of()));

  private WarningRules() {}

  /** Reports what the schema cannot: keys by type, bounds, placeholders. */
  static void complete(YamlFile yaml, Problems problems) {
    JsonNode condition = yaml.root().path("condition");
    KEYS.check(yaml, "/condition", condition, problems);
    String type = condition.path("type").asText();
    if (type.equals("threshold") || type.equals("change")) {
      bound(yaml, condition, problems);
    }
    placeholders(yaml, "message-zh", problems);
    placeholders(yaml, "message-en", problems);
  }

  private static void bound(YamlFile yaml, JsonNode condition, Problems problems) {
    if (condition.has("above") == condition.has("below")) {
      problems.add(
          yaml.problem(
              "/condition",
              "one-bound",
              condition.path("type").asText(),
              "Give either 'above' or 'below'"));
    } else if (condition.has("clear")) {
      boolean above = condition.has("above");
      double limit = condition.path(above ? "above" : "below").asDouble();
      double clear = condition.path("clear").asDouble();
      if (above ? clear > limit : clear < limit) {
        problems.add(
            yaml.problem(
                "/condition/clear",
                "clear-beyond",
                condition.path("clear").asText(),
                "A warning cannot end on the bad side of its limit " + limit));
      }
    }
  }

  private static void placeholders(YamlFile yaml, String key, Problems problems) {
    Matcher matcher = PLACEHOLDER.matcher(yaml.root().path(key).asText());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!PLACEHOLDERS.contains(name)) {
        problems.add(
            yaml.problem(
                "/" + key,
                "unknown-placeholder",
                name,
                "A message has no '{" + name + "}'" + NearestName.hint(name, PLACEHOLDERS)));
      }
    }
  }

  static void check(Loaded<WarningDeclaration> loaded, Declarations.References references) {
    List<String> indicators = loaded.declaration().indicators();
    for (int i = 0; i < indicators.size(); i++) {
      references.indicator(loaded.marker(), "/indicators/" + i, indicators.get(i));
    }
  }
}
