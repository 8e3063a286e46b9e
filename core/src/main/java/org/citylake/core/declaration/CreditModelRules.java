package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** What a credit model must keep beyond its schema. */
final class CreditModelRules {
  private static final List<String> CLASSES = List.of("A", "B", "C", "D");

  private final YamlFile yaml;
  private final Problems problems;

  private CreditModelRules(YamlFile yaml, Problems problems) {
    this.yaml = yaml;
    this.problems = problems;
  }

  static void check(YamlFile yaml, Problems problems) {
    CreditModelRules rules = new CreditModelRules(yaml, problems);
    rules.classes();
    rules.groups();
    rules.repair();
  }

  private void classes() {
    JsonNode classes = yaml.root().path("classes");
    int above = Integer.MAX_VALUE;
    for (int i = 0; i < CLASSES.size(); i++) {
      JsonNode entry = classes.path(i);
      if (!entry.path("class").asText().equals(CLASSES.get(i))) {
        add("/classes/" + i + "/class", "class-order", "The classes are A, B, C, D in this order");
      }
      int from = entry.path("from").asInt();
      if (from >= above) {
        add("/classes/" + i + "/from", "class-bounds", "A lower class begins at a lower score");
      }
      above = from;
    }
    if (above != 0) {
      add("/classes/3/from", "class-bounds", "The lowest class begins at 0");
    }
  }

  private void groups() {
    JsonNode root = yaml.root();
    Set<String> ids = new HashSet<>();
    Set<String> items = new HashSet<>();
    int maxima = 0;
    for (int g = 0; g < root.path("groups").size(); g++) {
      JsonNode group = root.path("groups").path(g);
      String place = "/groups/" + g;
      if (!ids.add(group.path("id").asText())) {
        add(place + "/id", "group-twice", "The group stands twice");
      }
      if (group.path("effect").asText().equals("deduct")) {
        maxima += group.path("maximum").asInt();
      }
      for (int i = 0; i < group.path("items").size(); i++) {
        String at = place + "/items/" + i;
        if (!items.add(group.path("items").path(i).path("item").asText())) {
          add(at + "/item", "item-twice", "The item stands twice, so its points are not clear");
        }
        if (group.path("items").path(i).path("points").asInt() > group.path("maximum").asInt()) {
          add(at + "/points", "beyond-maximum", "The points are above the group's maximum");
        }
      }
    }
    if (maxima != root.path("base").asInt()) {
      add(
          "/base",
          "base-sum",
          "The maxima of the groups that deduct make " + maxima + "; the base must be their sum");
    }
  }

  private void repair() {
    LocalDate last = LocalDate.MIN;
    for (int r = 0; r < yaml.root().path("repair").size(); r++) {
      JsonNode rule = yaml.root().path("repair").path(r);
      String place = "/repair/" + r;
      Optional<LocalDate> from = Texts.day(rule.path("from").asText());
      if (from.isEmpty() || !from.get().isAfter(last)) {
        add(place + "/from", "repair-day", "Rules have days of the calendar, earliest first");
      }
      last = from.orElse(last);
      Set<String> severities = new HashSet<>();
      for (int p = 0; p < rule.path("periods").size(); p++) {
        JsonNode period = rule.path("periods").path(p);
        String at = place + "/periods/" + p;
        if (!severities.add(period.path("severity").asText())) {
          add(at + "/severity", "severity-twice", "The severity stands twice");
        }
        if (period.path("minimum-months").asInt() > period.path("maximum-months").asInt()) {
          add(at + "/minimum-months", "repair-order", "The least time is above the longest");
        }
      }
    }
  }

  private void add(String place, String rule, String message) {
    problems.add(yaml.problem(place, rule, yaml.root().at(place).asText(), message));
  }
}
