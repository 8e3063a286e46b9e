package org.citylake.cli.index;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.problem.Problems;

/** Reads a CSV file with the columns {@code node} and {@code target}. */
final class TargetFile {
  private TargetFile() {}

  /**
   * Targets by node.
   *
   * @throws CityLakeException of kind USER when there is no such file, of kind DATA that lists
   *     every line whose target is no number and every node that comes twice
   */
  static Map<String, Double> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CityLakeException(Kind.USER, "Cannot read the targets " + file + ": no such file");
    }
    Problems problems = new Problems();
    Map<String, Double> targets = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : csv) {
        String node = line.findField("node").orElse("").strip();
        String target = line.findField("target").orElse("").strip();
        int number = (int) line.getStartingLineNumber();
        if (!target.matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?")) {
          problems.add(
              file.toString(), number, "target", target, "A target is a number above zero");
        } else if (targets.put(node, Double.valueOf(target)) != null) {
          problems.add(file.toString(), number, "node-twice", node, "The file has this node twice");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the targets " + file, e);
    }
    if (targets.isEmpty() && problems.isEmpty()) {
      problems.add(
          file.toString(), 1, "no-targets", "", "The file has no line with node and target");
    }
    problems.throwIfAny("Cannot use the targets");
    return targets;
  }
}
