package org.citylake.core.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.value.OrderedMap;

/**
 * An edition of an index.
 *
 * @param id {@code index/edition}, such as {@code plan_attainment/2015}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param model whether it is a model of ours and not an official index
 * @param editionYear the year that the edition bears
 * @param dataPeriod the period whose data it scores
 * @param nodes the tree, the root first
 * @param units codes of the units that are scored
 * @param peerGroups group name to units; ranks are given within groups
 * @param steps normalisation, aggregation and other steps with their parameters, by step name
 * @param minimumUnits fewest scored units for which ranks are given
 * @param folder the declaration's folder, absolute
 * @param contentHash SHA-256 over every file of the folder but {@code tests/}
 */
public record EditionDeclaration(
    String id,
    String nameZh,
    String nameEn,
    boolean model,
    int editionYear,
    String dataPeriod,
    List<Node> nodes,
    List<String> units,
    Map<String, List<String>> peerGroups,
    Map<String, Step> steps,
    int minimumUnits,
    Path folder,
    String contentHash) {
  public EditionDeclaration {
    nodes = List.copyOf(nodes);
    units = List.copyOf(units);
    peerGroups = OrderedMap.copyOf(peerGroups);
    steps = OrderedMap.copyOf(steps);
  }

  /**
   * A node of the tree. Leaves are indicators.
   *
   * @param code node or indicator code
   * @param parent the parent's code; empty for the root
   * @param weight relative to its siblings, above zero; normalised within the group
   * @param nameZh Chinese name
   * @param nameEn English name
   */
  public record Node(
      String code, Optional<String> parent, double weight, String nameZh, String nameEn) {}

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
