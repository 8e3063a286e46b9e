package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What an alert rule must keep, by itself and in view of sources. */
final class AlertRules {
  private static final TypedKeys KEYS =
      new TypedKeys(
          "condition",
          Set.of("type"),
          Map.of(
              "threshold", List.of("metric"),
              "change", List.of("metric", "over", "in"),
              "absence", List.of("metric"),
              "deviation", List.of("metric", "season", "history", "least"),
              "co-occurrence", List.of("all", "within")),
          Map.of());

  private final YamlFile yaml;
  private final JsonNode root;
  private final Problems problems;

  private AlertRules(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.root = yaml.root();
    this.problems = problems;
  }

  /** Reports what the schema cannot: keys by type, durations, bounds, the order of levels. */
  static void complete(YamlFile yaml, Problems problems) {
    new AlertRules(yaml, problems).complete();
  }

  private void complete() {
    JsonNode condition = root.path("condition");
    KEYS.check(yaml, "/condition", condition, problems);
    zone();
    for (String place : List.of("/for", "/reopen-within", "/condition/over", "/condition/within")) {
      duration(place);
    }
    for (int i = 0; i < condition.path("all").size(); i++) {
      bound("/condition/all/" + i);
    }
    levels(condition.path("type").asText());
    ascending("escalate");
  }

  private void zone() {
    String zone = root.path("zone").asText();
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      problems.add(yaml.problem("/zone", "zone", zone, "No such zone; write one as Asia/Shanghai"));
    }
  }

  private void levels(String type) {
    boolean absence = type.equals("absence");
    boolean together = type.equals("co-occurrence");
    JsonNode levels = root.path("levels");
    for (int i = 0; i < levels.size(); i++) {
      String place = "/levels/" + i;
      JsonNode level = levels.get(i);
      if (absence || together) {
        unbounded(type, place, level);
      } else {
        bound(place);
      }
      if (absence != level.has("after")) {
        problems.add(
            yaml.problem(
                place,
                "level-after",
                level.path("level").asText(),
                absence
                    ? "A level of absence needs the key 'after'"
                    : "Only a level of absence has the key 'after'"));
      }
      if (i > 0) {
        order(place, levels.get(i - 1), level);
      }
    }
    if (absence) {
      ascending("levels");
    }
    if (together && levels.size() > 1) {
      problems.add(
          yaml.problem(
              "/levels", "one-level", "", "A condition of type " + type + " has one level"));
    }
    if (absence && root.has("for")) {
      problems.add(
          yaml.problem(
              "/for", "foreign-key", "for", "Absence lasts by itself: say 'after' at the levels"));
    }
  }

  private void unbounded(String type, String place, JsonNode level) {
    for (String key : List.of("above", "below", "clear")) {
      if (level.has(key)) {
        problems.add(
            yaml.problem(
                YamlFile.child(place, key),
                "foreign-key",
                key,
                "A level of " + type + " has no key '" + key + "'"));
      }
    }
  }

  private void bound(String place) {
    JsonNode node = root.at(place);
    if (node.has("above") == node.has("below")) {
      problems.add(
          yaml.problem(place, "one-bound", node.toString(), "Give either 'above' or 'below'"));
    } else if (node.has("clear")) {
      boolean above = node.has("above");
      int sign = number(node, "clear").compareTo(number(node, above ? "above" : "below"));
      if (above ? sign > 0 : sign < 0) {
        problems.add(
            yaml.problem(
                place + "/clear",
                "clear-beyond",
                node.path("clear").asText(),
                "An alert cannot end on the bad side of its limit "
                    + node.path(above ? "above" : "below").asText()));
      }
    }
  }

  private void order(String place, JsonNode before, JsonNode level) {
    Grade lower = grade(before);
    if (grade(level).compareTo(lower) <= 0) {
      problems.add(
          yaml.problem(
              place,
              "level-order",
              level.path("level").asText(),
              "Levels stand from the least to the most urgent: blue, yellow, orange, red"));
    }
    for (String side : List.of("above", "below")) {
      if (before.has(side) != level.has(side)) {
        problems.add(
            yaml.problem(
                place, "one-side", side, "All levels of a rule lie on the same side: " + side));
        return;
      }
      if (level.has(side)) {
        int sign = number(level, side).compareTo(number(before, side));
        if (side.equals("above") ? sign <= 0 : sign >= 0) {
          problems.add(
              yaml.problem(
                  place,
                  "limit-order",
                  level.path(side).asText(),
                  "A more urgent level has a limit further out than "
                      + before.path(side).asText()));
        }
      }
    }
  }

  private static Grade grade(JsonNode level) {
    return Grade.valueOf(level.path("level").asText().toUpperCase(Locale.ROOT));
  }

  private static BigDecimal number(JsonNode node, String key) {
    return new BigDecimal(node.path(key).asText());
  }

  /** The times {@code after} of a list are durations, and each is longer than the one before. */
  private void ascending(String list) {
    Duration before = Duration.ZERO;
    for (int i = 0; i < root.path(list).size(); i++) {
      String place = "/" + list + "/" + i + "/after";
      Optional<Duration> after = duration(place);
      if (after.isPresent() && after.get().compareTo(before) <= 0) {
        problems.add(
            yaml.problem(
                place,
                "after-order",
                root.at(place).asText(),
                "Each 'after' is longer than the one before"));
      }
      before = after.orElse(before);
    }
  }

  private Optional<Duration> duration(String place) {
    JsonNode node = root.at(place);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    try {
      Duration duration = Duration.parse(node.asText());
      if (!duration.isNegative() && !duration.isZero()) {
        return Optional.of(duration);
      }
    } catch (DateTimeException e) {
      // Reported below, as a duration that is not positive is.
    }
    problems.add(
        yaml.problem(place, "duration", node.asText(), "No such duration; write it as PT3H"));
    return Optional.empty();
  }

  static void check(Loaded<AlertDeclaration> loaded, Declarations.References references) {
    List<String> sources = loaded.declaration().sources();
    for (int i = 0; i < sources.size(); i++) {
      references.source(loaded.marker(), "/sources/" + i, sources.get(i));
    }
  }
}
