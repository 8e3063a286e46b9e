package org.citylake.core.declaration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.citylake.core.value.OrderedMap;

/**
 * An edition of an index.
 *
 * @param id {@code index/edition}, such as {@code plan_attainment/2015}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param model whether it is a model of ours and not an official index
 * @param editionYear the year that the edition bears
 * @param dataPeriod the period whose data the lakehouse scores; empty where it scores every period
 *     of its panel
 * @param bordersOn the day on whose divisions its units stand; empty for the last day of the period
 * @param status flash, preliminary or final
 * @param lakehouse whether the main job scores it; else only the command does, from a panel file
 * @param acceptsSynthetic whether a synthetic value counts; else it is missing, and says so
 * @param nodes the tree, the root first
 * @param units codes of the units that are scored; empty for every unit of the panel
 * @param peerGroups group name to units, ranks are given within groups; empty for one group of all
 * @param groupColumns columns of a panel file that hold names of groups
 * @param denominators codes of the panel's columns that indicators are divided by
 * @param steps method and parameters by step name, in the order of writing
 * @param minimumUnits fewest scored units of a group for which ranks are given
 * @param robustness what is varied to see how robust the ranking is
 * @param file the index.yaml as a person would open it, for messages
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record EditionDeclaration(
    String id,
    String nameZh,
    String nameEn,
    boolean model,
    int editionYear,
    Optional<String> dataPeriod,
    Optional<LocalDate> bordersOn,
    String status,
    boolean lakehouse,
    boolean acceptsSynthetic,
    List<Node> nodes,
    List<String> units,
    Map<String, List<String>> peerGroups,
    List<String> groupColumns,
    List<String> denominators,
    Map<String, Step> steps,
    int minimumUnits,
    Optional<RobustnessDeclaration> robustness,
    String file,
    Path folder,
    String contentHash) {
  /** Name under which steps refer to the peer groups where they ask for a group. */
  public static final String PEER_GROUPS = "peer-groups";

  /** Parameter of the aggregation that gives single levels a method of their own. */
  public static final String LEVELS = "levels";

  public EditionDeclaration {
    nodes = List.copyOf(nodes);
    units = List.copyOf(units);
    peerGroups = OrderedMap.copyOf(peerGroups);
    groupColumns = List.copyOf(groupColumns);
    denominators = List.copyOf(denominators);
    steps = OrderedMap.copyOf(steps);
  }

  /**
   * How a node's score comes of its children's: the node's own step, else that of its level ({@code
   * levels: {"1": {method: ...}}} of the aggregation, 0 for the root), else the edition's.
   *
   * @param level of the node, 0 for the root
   * @throws IllegalStateException when the edition has no step aggregate, which its schema demands
   */
  public Step aggregation(Node node, int level) {
    Step common = steps.get("aggregate");
    if (common == null) {
      throw new IllegalStateException("the edition " + id + " has no step aggregate");
    }
    Step own = node.own().get("aggregate");
    if (own != null) {
      return own;
    }
    Map<String, Object> parameters = new LinkedHashMap<>(common.parameters());
    Object levels = parameters.remove(LEVELS);
    if (levels instanceof Map<?, ?> byLevel
        && byLevel.get(Integer.toString(level)) instanceof Map<?, ?> declared
        && declared.get("method") != null) {
      Map<String, Object> ownParameters = new LinkedHashMap<>();
      declared.forEach((key, value) -> ownParameters.put(String.valueOf(key), value));
      return new Step(String.valueOf(ownParameters.remove("method")), ownParameters);
    }
    return new Step(common.method(), parameters);
  }

  /**
   * A node of the tree. Leaves are indicators.
   *
   * @param code node or indicator code
   * @param parent the parent's code; empty for the root
   * @param weight relative to its siblings, above zero
   * @param weightBasis published, derived, remembered or assumed
   * @param nameZh Chinese name; of a leaf possibly empty, the indicator's name then stands
   * @param nameEn English name, likewise
   * @param measure what is said of a leaf's values
   * @param own steps of its own, by {@code impute}, {@code treat}, {@code normalise} (of a leaf),
   *     {@code weigh}, {@code aggregate} (of a node with children)
   */
  public record Node(
      String code,
      Optional<String> parent,
      double weight,
      String weightBasis,
      String nameZh,
      String nameEn,
      Measure measure,
      Map<String, Step> own) {
    public Node {
      own = OrderedMap.copyOf(own);
    }
  }

  /**
   * What an edition says of an indicator's values.
   *
   * @param direction which way is better; empty where the panel or the indicator says it
   * @param unit unit of the values, possibly empty
   * @param reference the value that counts as full score
   * @param target the target where the panel has none
   * @param lowerGoalpost lower goalpost
   * @param upperGoalpost upper goalpost
   * @param denominator code of the panel's column that the values are divided by
   * @param denominatorScale what the quotient is multiplied by
   */
  public record Measure(
      Optional<Direction> direction,
      String unit,
      OptionalDouble reference,
      OptionalDouble target,
      OptionalDouble lowerGoalpost,
      OptionalDouble upperGoalpost,
      Optional<String> denominator,
      double denominatorScale) {
    /** Nothing is said. */
    public static final Measure NONE =
        new Measure(
            Optional.empty(),
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            1);
  }

  /**
   * A step's method with its parameters.
   *
   * @param method name of the method, such as {@code target-attainment}
   * @param parameters the method's own parameters
   */
  public record Step(String method, Map<String, Object> parameters) {
    public Step {
      parameters = OrderedMap.copyOf(parameters);
    }
  }
}
