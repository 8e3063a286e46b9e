package org.citylake.metrics.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Measure;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.declaration.EditionDeclaration.Step;

/** Builds editions for tests. */
final class Editions {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private List<String> units = List.of("a", "b", "c");
  private Map<String, List<String>> peerGroups = Map.of();
  private int minimumUnits = 2;
  private boolean acceptsSynthetic = true;

  private Editions() {
    normalise("min-max", Map.of());
    aggregate("arithmetic-mean", Map.of());
  }

  static Editions edition() {
    return new Editions();
  }

  Editions root(String code) {
    nodes.add(new Node(code, Optional.empty(), 1, "assumed", code, code, Measure.NONE, Map.of()));
    return this;
  }

  Editions node(String code, String parent, double weight) {
    nodes.add(
        new Node(code, Optional.of(parent), weight, "assumed", code, code, Measure.NONE, Map.of()));
    return this;
  }

  /** A leaf with what is said of its values. */
  Editions leaf(String code, String parent, double weight, Measure measure) {
    nodes.add(
        new Node(code, Optional.of(parent), weight, "assumed", code, code, measure, Map.of()));
    return this;
  }

  /** A node or leaf with a step of its own. */
  Editions own(String code, String parent, String step, String method, Map<String, Object> given) {
    nodes.add(
        new Node(
            code,
            Optional.of(parent),
            1,
            "assumed",
            code,
            code,
            Measure.NONE,
            Map.of(step, new Step(method, given))));
    return this;
  }

  Editions units(String... codes) {
    units = List.of(codes);
    return this;
  }

  Editions peerGroup(String name, String... codes) {
    Map<String, List<String>> groups = new LinkedHashMap<>(peerGroups);
    groups.put(name, List.of(codes));
    peerGroups = groups;
    return this;
  }

  Editions refuseSynthetic() {
    acceptsSynthetic = false;
    return this;
  }

  Editions minimumUnits(int least) {
    minimumUnits = least;
    return this;
  }

  Editions normalise(String method, Map<String, Object> parameters) {
    return step("normalise", method, parameters);
  }

  Editions aggregate(String method, Map<String, Object> parameters) {
    return step("aggregate", method, parameters);
  }

  Editions step(String name, String method, Map<String, Object> parameters) {
    steps.put(name, new Step(method, parameters));
    return this;
  }

  EditionDeclaration build() {
    return new EditionDeclaration(
        "test/2015",
        "测试",
        "Test",
        true,
        2016,
        Optional.of("2015"),
        Optional.empty(),
        "preliminary",
        false,
        acceptsSynthetic,
        nodes,
        units,
        peerGroups,
        List.of(),
        List.of(),
        steps,
        minimumUnits,
        Optional.empty(),
        "index.yaml",
        Path.of("test"),
        "0");
  }
}
