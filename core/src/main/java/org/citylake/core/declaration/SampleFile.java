package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.citylake.core.contract.DataContract;
import org.citylake.core.declaration.SampleDeclaration.Column;
import org.citylake.core.declaration.SampleDeclaration.Origin;
import org.citylake.core.declaration.SampleDeclaration.Repeated;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.core.schema.DeclarationSchema;
import org.citylake.core.yaml.YamlFile;

/** Reads sample.yaml and holds it against the contract and the populations. */
final class SampleFile {
  private final YamlFile yaml;
  private final DataContract contract;
  private final SamplePopulation population;
  private final Problems problems;

  private SampleFile(YamlFile yaml, DataContract contract, Problems problems) {
    this.yaml = yaml;
    this.contract = contract;
    this.population = SamplePopulation.of(yaml.root().path("population").asText());
    this.problems = problems;
  }

  static Optional<SampleDeclaration> read(YamlFile yaml, DataContract contract, Problems problems) {
    if (!DeclarationSchema.named("sample").check(yaml, problems)) {
      return Optional.empty();
    }
    return Optional.of(new SampleFile(yaml, contract, problems).sample());
  }

  private SampleDeclaration sample() {
    JsonNode root = yaml.root();
    Map<String, Column> columns = new LinkedHashMap<>();
    root.path("columns")
        .fields()
        .forEachRemaining(
            e -> {
              String place = YamlFile.child("/columns", e.getKey());
              name("unknown-column", e.getKey(), place, columnNames(), "The contract");
              columns.put(e.getKey(), column(e.getValue(), place));
            });
    if (root.has("editions") != (population == SamplePopulation.REPORT)) {
      problems.add(
          yaml.problem(
              "/population",
              "sample-edition",
              population.id(),
              "The population report needs 'editions', the others have none"));
    }
    if (root.has("every") != root.has("times")) {
      problems.add(
          yaml.problem(
              "/population",
              "sample-repeated",
              population.id(),
              "'every' and 'times' belong together"));
    }
    return new SampleDeclaration(
        population,
        root.path("share").asDouble(1),
        condition(root.path("among"), "/among"),
        root.path("ended").asDouble(0),
        Texts.text(root.path("faults")),
        Texts.text(root.path("every")).map(e -> new Repeated(step(e), root.path("times").asInt(1))),
        Texts.list(root.path("editions")),
        columns);
  }

  /** A period or duration whose form the schema has checked. */
  private static TemporalAmount step(String text) {
    return text.contains("T") ? Duration.parse(text) : Period.parse(text);
  }

  private List<String> columnNames() {
    return contract.properties().stream().map(p -> p.name()).toList();
  }

  private Column column(JsonNode node, String place) {
    List<Origin> given = new ArrayList<>();
    for (Origin origin : Origin.values()) {
      if (node.has(key(origin))) {
        given.add(origin);
      }
    }
    if (given.size() != 1 || node.has("serial") != node.has("digits")) {
      problems.add(
          yaml.problem(
              place,
              "sample-column",
              node.toString(),
              "Say one of from, text, serial with digits, constant, choose, between,"
                  + " days-before, empty"));
    }
    Origin origin = given.isEmpty() ? Origin.EMPTY : given.get(0);
    String argument = node.path(key(origin)).asText();
    if (origin == Origin.FROM) {
      attribute(argument, place + "/from");
    } else if (origin == Origin.TEXT || origin == Origin.SERIAL) {
      Matcher named = SampleDeclaration.NAMED.matcher(argument);
      while (named.find()) {
        attribute(named.group(1), place + "/" + key(origin));
      }
    }
    Map<String, Double> choices = new LinkedHashMap<>();
    node.path("choose")
        .fields()
        .forEachRemaining(e -> choices.put(e.getKey(), e.getValue().asDouble()));
    List<BigDecimal> bounds = new ArrayList<>();
    node.path("between").forEach(n -> bounds.add(n.decimalValue()));
    node.path("days-before").forEach(n -> bounds.add(n.decimalValue()));
    return new Column(
        origin,
        argument,
        Texts.map(node.path("codes")),
        Texts.text(node.path("form")),
        node.path("digits").asInt(),
        choices,
        bounds,
        node.path("share").asDouble(1),
        condition(node.path("when"), place + "/when"));
  }

  private static String key(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Map<String, List<String>> condition(JsonNode node, String place) {
    Map<String, List<String>> condition = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(
            e -> {
              attribute(e.getKey(), YamlFile.child(place, e.getKey()));
              condition.put(e.getKey(), Texts.list(e.getValue()));
            });
    return condition;
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(population.attributes());
    if (yaml.root().has("every")) {
      known.add(SamplePopulation.MOMENT);
    }
    return known;
  }

  private void attribute(String name, String place) {
    name("unknown-attribute", name, place, known(), "The population " + population.id());
  }

  private void name(String rule, String name, String place, List<String> known, String owner) {
    if (!known.contains(name)) {
      problems.add(
          yaml.problem(
              place, rule, name, owner + " has no '" + name + "'" + NearestName.hint(name, known)));
    }
  }
}
