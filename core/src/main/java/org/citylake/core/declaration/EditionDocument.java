package org.citylake.core.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.core.json.Json;

/**
 * Makes an edition of the tree of its index.yaml. The tree has to keep the schema {@code index}.
 */
public final class EditionDocument {
  private static final List<String> OWN_STEPS =
      List.of("impute", "treat", "normalise", "weigh", "aggregate");

  private static final int DEFAULT_MINIMUM_UNITS = 3;

  private EditionDocument() {}

  /**
   * The edition that a document declares.
   *
   * @param root content of index.yaml
   * @param file the file as a person would open it
   * @param folder its folder
   * @param contentHash SHA-256 of the folder
   */
  public static EditionDeclaration edition(
      JsonNode root, String file, Path folder, String contentHash) {
    return new EditionDeclaration(
        root.path("index").asText() + "/" + root.path("edition").asText(),
        root.path("name-zh").asText(),
        root.path("name-en").asText(),
        root.path("model").asBoolean(),
        root.path("edition-year").asInt(),
        Texts.text(root.path("data-period")),
        Texts.text(root.path("borders-on")).map(LocalDate::parse),
        root.path("status").asText("preliminary"),
        root.path("scored-from").asText("lakehouse").equals("lakehouse"),
        root.path("synthetic").asText("accept").equals("accept"),
        nodes(root.path("tree")),
        Texts.list(root.path("units")),
        groups(root.path("peer-groups")),
        Texts.list(root.path("group-columns")),
        denominators(root.path("denominators")),
        steps(root.path("steps")),
        root.path("minimum-units").asInt(DEFAULT_MINIMUM_UNITS),
        robustness(root.path("robustness")),
        file,
        folder,
        contentHash);
  }

  /**
   * The same edition with other steps; its tree, units and groups are the very same objects.
   *
   * @param root content of an index.yaml of which {@code steps} and {@code minimum-units} are read
   */
  public static EditionDeclaration withSteps(EditionDeclaration edition, JsonNode root) {
    return new EditionDeclaration(
        edition.id(),
        edition.nameZh(),
        edition.nameEn(),
        edition.model(),
        edition.editionYear(),
        edition.dataPeriod(),
        edition.bordersOn(),
        edition.status(),
        edition.lakehouse(),
        edition.acceptsSynthetic(),
        edition.nodes(),
        edition.units(),
        edition.peerGroups(),
        edition.groupColumns(),
        edition.denominators(),
        steps(root.path("steps")),
        root.path("minimum-units").asInt(DEFAULT_MINIMUM_UNITS),
        edition.robustness(),
        edition.file(),
        edition.folder(),
        edition.contentHash());
  }

  private static List<Node> nodes(JsonNode tree) {
    List<Node> nodes = new ArrayList<>();
    for (JsonNode node : tree) {
      Map<String, Step> own = new LinkedHashMap<>();
      for (String name : OWN_STEPS) {
        if (node.has(name)) {
          own.put(name, step(node.path(name)));
        }
      }
      nodes.add(
          new Node(
              node.path("code").asText(),
              Texts.text(node.path("parent")),
              node.path("weight").asDouble(1),
              node.path("weight-basis").asText("assumed"),
              node.path("name-zh").asText(),
              node.path("name-en").asText(),
              measure(node),
              own));
    }
    return nodes;
  }

  private static Measure measure(JsonNode node) {
    return new Measure(
        Texts.text(node.path("direction"))
            .map(text -> Direction.valueOf(text.toUpperCase(Locale.ROOT))),
        node.path("unit").asText(),
        number(node.path("reference")),
        number(node.path("target")),
        number(node.path("goalposts").path(0)),
        number(node.path("goalposts").path(1)),
        Texts.text(node.path("denominator")),
        node.path("denominator-scale").asDouble(1));
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }

  private static Map<String, List<String>> groups(JsonNode node) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(e -> groups.put(e.getKey(), List.copyOf(Texts.list(e.getValue()))));
    return groups;
  }

  private static List<String> denominators(JsonNode node) {
    List<String> codes = new ArrayList<>();
    node.forEach(d -> codes.add(d.path("code").asText()));
    return codes;
  }

  private static Map<String, Step> steps(JsonNode node) {
    Map<String, Step> steps = new LinkedHashMap<>();
    node.fields().forEachRemaining(e -> steps.put(e.getKey(), step(e.getValue())));
    return steps;
  }

  private static Step step(JsonNode node) {
    ObjectNode parameters = node.deepCopy();
    String method = parameters.remove("method").asText();
    return new Step(method, Texts.values(parameters));
  }

  private static Optional<RobustnessDeclaration> robustness(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    List<Factor> factors = new ArrayList<>();
    for (JsonNode factor : node.path("factors")) {
      List<Object> values = new ArrayList<>();
      factor.path("values").forEach(v -> values.add(Json.mapper().convertValue(v, Object.class)));
      List<Integer> levels = new ArrayList<>();
      factor.path("levels").forEach(l -> levels.add(l.asInt()));
      factors.add(
          new Factor(
              factor.path("name").asText(),
              Texts.text(factor.path("at")),
              values,
              number(factor.path("low")),
              number(factor.path("high")),
              number(factor.path("weight-noise")),
              levels));
    }
    return Optional.of(
        new RobustnessDeclaration(
            node.path("draws").asInt(RobustnessDeclaration.DEFAULT_DRAWS),
            node.path("sensitivity-base").asInt(RobustnessDeclaration.DEFAULT_SENSITIVITY_BASE),
            node.path("seed").asLong(1),
            factors));
  }
}
