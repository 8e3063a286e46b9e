package org.citylake.metrics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.aggregate.Aggregation;
import org.citylake.metrics.index.aggregate.NodeAggregation;
import org.citylake.metrics.index.coefficient.Coefficient;
import org.citylake.metrics.index.denominate.Denomination;
import org.citylake.metrics.index.impute.Imputation;
import org.citylake.metrics.index.normalise.Normalisation;
import org.citylake.metrics.index.normalise.ScopedNormalisation;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.Rows;
import org.citylake.metrics.index.screen.Screening;
import org.citylake.metrics.index.step.DataStep;
import org.citylake.metrics.index.step.LeafStep;
import org.citylake.metrics.index.step.MethodTable;
import org.citylake.metrics.index.treat.Treatment;
import org.citylake.metrics.index.tree.EditionTree;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;
import org.citylake.metrics.index.tree.TreeCheck;
import org.citylake.metrics.index.weight.Weighting;

/**
 * An edition with the methods that its steps name.
 *
 * @param edition the edition
 * @param tree its tree
 * @param dataSteps the steps before normalisation, in the order of the edition
 * @param normalisations of each leaf
 * @param weightings of each node with children, by place
 * @param aggregations of each node with children, by place
 * @param coefficient at the top, if there is one
 */
public record CompiledEdition(
    EditionDeclaration edition,
    EditionTree tree,
    List<StagedStep> dataSteps,
    List<ScopedNormalisation> normalisations,
    Map<Integer, Weighting> weightings,
    Map<Integer, NodeAggregation> aggregations,
    Optional<Coefficient> coefficient) {
  public CompiledEdition {
    dataSteps = List.copyOf(dataSteps);
    normalisations = List.copyOf(normalisations);
    weightings = Map.copyOf(weightings);
    aggregations = Map.copyOf(aggregations);
  }

  /**
   * A step before normalisation.
   *
   * @param stage what the trace calls its result
   * @param step the step
   */
  public record StagedStep(Stage stage, DataStep step) {}

  /**
   * Finds the methods of an edition.
   *
   * @param problems takes a cycle, an orphan, a weight that is not above zero, an unknown method
   *     (naming the nearest), a parameter that cannot be used
   * @return empty after a problem
   */
  public static Optional<CompiledEdition> of(EditionDeclaration edition, Problems problems) {
    int before = problems.all().size();
    TreeCheck.check(edition, problems);
    if (problems.all().size() > before) {
      checkSteps(edition, problems);
      return Optional.empty();
    }
    return of(edition, EditionTree.of(edition), problems);
  }

  /**
   * Finds the methods of an edition that differs from this one in its steps only; the tree is the
   * very same.
   *
   * @param problems takes an unknown method and a parameter that cannot be used
   * @return empty after a problem
   */
  public Optional<CompiledEdition> withSteps(EditionDeclaration other, Problems problems) {
    if (other.nodes() != edition.nodes()) {
      throw new IllegalArgumentException("the editions have different trees: " + other.id());
    }
    return of(other, tree, problems);
  }

  private static Optional<CompiledEdition> of(
      EditionDeclaration edition, EditionTree tree, Problems problems) {
    int before = problems.all().size();
    checkSteps(edition, problems);
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    CompiledEdition compiled = new Compiler(edition, tree, problems).compile();
    return problems.all().size() > before ? Optional.empty() : Optional.of(compiled);
  }

  private static void checkSteps(EditionDeclaration edition, Problems problems) {
    Map<String, MethodTable<?>> tables = new TreeMap<>();
    tables.put("screen", Screening.METHODS);
    tables.put("denominate", Denomination.METHODS);
    tables.put("impute", Imputation.METHODS);
    tables.put("treat", Treatment.METHODS);
    tables.put("normalise", Normalisation.METHODS);
    tables.put("weight", Weighting.METHODS);
    tables.put("aggregate", Aggregation.METHODS);
    tables.put("coefficient", Coefficient.METHODS);
    edition
        .steps()
        .forEach(
            (name, step) -> {
              MethodTable<?> table = tables.get(name);
              if (table == null) {
                problems.add(
                    edition.file(),
                    0,
                    "unknown-step",
                    name,
                    "There is no step '" + name + "'" + NearestName.hint(name, tables.keySet()));
              } else {
                table.find(
                    edition.file(),
                    name.equals("aggregate") ? withoutLevels(step) : step,
                    problems);
              }
            });
    for (String name : List.of("normalise", "aggregate")) {
      if (!edition.steps().containsKey(name)) {
        problems.add(
            edition.file(),
            0,
            "step-missing",
            name,
            "Step '" + name + "' is missing" + NearestName.hint(name, edition.steps().keySet()));
      }
    }
  }

  /** The aggregation without what it says of single levels. */
  private static Step withoutLevels(Step step) {
    Map<String, Object> parameters = new LinkedHashMap<>(step.parameters());
    parameters.remove(EditionDeclaration.LEVELS);
    return new Step(step.method(), parameters);
  }

  /** The panel without units and variables that the edition does not know. */
  public Panel restrict(Panel panel) {
    Set<String> units = new TreeSet<>(edition.units());
    List<Rows.Key> keys = new ArrayList<>();
    for (int row = 0; row < panel.rows().size(); row++) {
      if (units.isEmpty() || units.contains(panel.rows().unit(row))) {
        keys.add(new Rows.Key(panel.rows().unit(row), panel.rows().period(row)));
      }
    }
    return panel.over(Rows.of(keys)).only(variables());
  }

  /** How a node with children is aggregated. */
  public NodeAggregation aggregation(TreeNode node) {
    NodeAggregation found = aggregations.get(node.place());
    if (found == null) {
      throw new IllegalArgumentException("an indicator is not aggregated: " + node.code());
    }
    return found;
  }

  /** Every code that the panel may have a column for: leaves, denominators, the coefficient. */
  public List<String> variables() {
    List<String> codes = new ArrayList<>(tree.leaves().stream().map(TreeNode::code).toList());
    codes.addAll(edition.denominators());
    coefficient.ifPresent(c -> codes.add(c.indicator()));
    return codes;
  }

  /** Looks the methods up. */
  private static final class Compiler {
    private final EditionDeclaration edition;
    private final Problems problems;
    private final EditionTree tree;

    Compiler(EditionDeclaration edition, EditionTree tree, Problems problems) {
      this.edition = edition;
      this.problems = problems;
      this.tree = tree;
    }

    CompiledEdition compile() {
      return new CompiledEdition(
          edition,
          tree,
          dataSteps(),
          normalisations(),
          weightings(),
          aggregations(),
          Optional.ofNullable(edition.steps().get("coefficient"))
              .flatMap(step -> Coefficient.METHODS.find(edition.file(), step, problems)));
    }

    private List<StagedStep> dataSteps() {
      List<StagedStep> steps = new ArrayList<>();
      edition
          .steps()
          .forEach(
              (name, step) -> {
                switch (name) {
                  case "screen" -> add(steps, Stage.SCREENED, Screening.METHODS, step);
                  case "denominate" -> add(steps, Stage.DENOMINATED, Denomination.METHODS, step);
                  case "impute" ->
                      LeafStep.of(edition, tree, Imputation.METHODS, step, problems)
                          .ifPresent(s -> steps.add(new StagedStep(Stage.IMPUTED, s)));
                  case "treat" ->
                      LeafStep.of(edition, tree, Treatment.METHODS, step, problems)
                          .ifPresent(s -> steps.add(new StagedStep(Stage.TREATED, s)));
                  default -> {}
                }
              });
      return steps;
    }

    private void add(
        List<StagedStep> steps, Stage stage, MethodTable<DataStep> methods, Step step) {
      methods
          .find(edition.file(), step, problems)
          .ifPresent(found -> steps.add(new StagedStep(stage, found)));
    }

    private List<ScopedNormalisation> normalisations() {
      Map<Step, Optional<ScopedNormalisation>> known = new HashMap<>();
      Optional<ScopedNormalisation> common =
          Normalisation.METHODS.find(edition.file(), step("normalise"), problems);
      known.put(step("normalise"), common);
      List<ScopedNormalisation> found = new ArrayList<>();
      for (TreeNode leaf : tree.leaves()) {
        Step own = leaf.declared().own().get("normalise");
        Optional<ScopedNormalisation> method =
            own == null
                ? common
                : known.computeIfAbsent(
                    own, s -> Normalisation.METHODS.find(edition.file(), s, problems));
        method.ifPresent(found::add);
      }
      return found;
    }

    private Map<Integer, Weighting> weightings() {
      Step common = edition.steps().getOrDefault("weight", Weighting.DEFAULT);
      Map<Step, Optional<Weighting>> known = new HashMap<>();
      Map<Integer, Weighting> found = new HashMap<>();
      for (TreeNode node : tree.nodes()) {
        if (!node.isLeaf()) {
          Step step = node.declared().own().getOrDefault("weigh", common);
          known
              .computeIfAbsent(step, s -> Weighting.METHODS.find(edition.file(), s, problems))
              .ifPresent(method -> found.put(node.place(), method));
        }
      }
      return found;
    }

    private Map<Integer, NodeAggregation> aggregations() {
      checkLevels(step("aggregate"));
      Map<Step, Optional<NodeAggregation>> known = new HashMap<>();
      Map<Integer, NodeAggregation> found = new HashMap<>();
      for (TreeNode node : tree.nodes()) {
        if (!node.isLeaf()) {
          Step step = edition.aggregation(node.declared(), node.level());
          known
              .computeIfAbsent(step, s -> Aggregation.METHODS.find(edition.file(), s, problems))
              .ifPresent(method -> found.put(node.place(), method));
        }
      }
      return found;
    }

    private void checkLevels(Step common) {
      int deepest =
          tree.nodes().stream().filter(n -> !n.isLeaf()).mapToInt(TreeNode::level).max().orElse(0);
      Object given = common.parameters().get(EditionDeclaration.LEVELS);
      if (given instanceof Map<?, ?> levels) {
        levels.forEach(
            (key, value) -> {
              String level = String.valueOf(key);
              if (!level.matches("\\d{1,3}") || Integer.parseInt(level) > deepest) {
                report(level, "The tree has nodes with children on the levels 0 to " + deepest);
              } else if (!(value instanceof Map<?, ?> map) || map.get("method") == null) {
                report(level, "A level needs a method");
              }
            });
      } else if (given != null) {
        report(String.valueOf(given), "It has to be a mapping of levels to methods");
      }
    }

    private void report(String level, String message) {
      problems.add(
          edition.file(), 0, "step-parameter", EditionDeclaration.LEVELS + ": " + level, message);
    }

    private Step step(String name) {
      Step step = edition.steps().get(name);
      if (step == null) {
        throw new IllegalStateException("compiled without the step " + name);
      }
      return step;
    }
  }
}
