package org.citylake.metrics.index.robustness;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDeclaration.Node;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.CsvFile;

/**
 * Sets of weights to score an edition by, instead of random ones.
 *
 * @param sets weights by the node's code; a node that a set does not name keeps its own
 */
public record WeightSets(List<Map<String, Double>> sets) {
  public WeightSets {
    sets = sets.stream().map(Map::copyOf).toList();
  }

  /**
   * Reads a CSV file with the columns {@code rep} (number or name of the set), {@code node} (or
   * {@code iCode}) and {@code weight} (or {@code Weight}); others are left alone. Sets stand in the
   * order in which they first appear.
   *
   * @throws org.citylake.core.CityLakeException of kind USER when there is no such file; of kind
   *     DATA when it is no CSV in UTF-8, or that lists every unknown node, every weight that is no
   *     number of at least zero, and every node that a set has twice
   */
  public static WeightSets read(Path file, EditionDeclaration edition) {
    Problems problems = new Problems();
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    Set<String> codes = new TreeSet<>(edition.nodes().stream().map(Node::code).toList());
    for (NamedCsvRecord line : CsvFile.read(file, "Cannot read the weights").lines()) {
      String node = field(line, "node", "iCode");
      String weight = field(line, "weight", "Weight");
      String set = field(line, "rep", "rep");
      int number = (int) line.getStartingLineNumber();
      if (!codes.contains(node)) {
        problems.add(
            file.toString(),
            number,
            "unknown-node",
            node,
            "The edition has no such node" + NearestName.hint(node, codes));
      } else if (!isWeight(weight)) {
        problems.add(
            file.toString(), number, "weight", weight, "A weight is a number of at least zero");
      } else if (sets.computeIfAbsent(set, s -> new HashMap<>()).put(node, Double.valueOf(weight))
          != null) {
        problems.add(
            file.toString(), number, "node-twice", set + ": " + node, "The set has it twice");
      }
    }
    if (sets.isEmpty() && problems.isEmpty()) {
      problems.add(
          file.toString(), 1, "no-weights", "", "The file has no line with rep, node and weight");
    }
    problems.throwIfAny("Cannot use the weights of " + file);
    return new WeightSets(new ArrayList<>(sets.values()));
  }

  private static boolean isWeight(String text) {
    return text.matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?|[0-9]+\\.")
        && Double.isFinite(Double.parseDouble(text));
  }

  private static String field(NamedCsvRecord line, String name, String other) {
    return line.findField(name).or(() -> line.findField(other)).orElse("").strip();
  }
}
