package org.citylake.metrics.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionDocument;
import org.citylake.core.json.Json;
import org.citylake.metrics.PublishedFile;
import org.citylake.metrics.index.exchange.CoinrImport;
import org.citylake.metrics.index.exchange.CoinrTable;
import org.citylake.metrics.index.panel.Column;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelFixture;
import org.citylake.metrics.index.tree.EditionTree.TreeNode;

/** ASEM by the importer of COINr's tables, with the steps that a test asks for. */
final class AsemCase {
  private final CoinrImport.Imported imported;

  private AsemCase(CoinrImport.Imported imported) {
    this.imported = imported;
  }

  static AsemCase of(String data) {
    return new AsemCase(CoinrImport.of(table(data), table("iMeta.csv"), "asem", "2018", 2018));
  }

  static CoinrTable table(String name) {
    return CoinrTable.read(PublishedFile.find("asem/" + name));
  }

  /**
   * Scores by steps.
   *
   * @param steps content of {@code steps} as JSON
   */
  IndexResult score(String steps) {
    ObjectNode document = imported.document().deepCopy();
    try {
      document.set("steps", Json.mapper().readTree(steps));
    } catch (IOException e) {
      throw new IllegalArgumentException(steps, e);
    }
    EditionDeclaration edition =
        EditionDocument.edition(document, "index.yaml", Path.of("asem"), "0");
    CompiledEdition compiled = IndexEngine.compile(edition);
    Panel panel = PanelFixture.of(compiled, imported.header(), imported.lines());
    return IndexEngine.score(compiled, panel);
  }

  /**
   * The cells of a table of COINr's that a result differs from by more than a billionth.
   *
   * @param stage the stage of the result's trace; AGGREGATED for scores of nodes
   */
  static List<String> differences(IndexResult result, Stage stage, String file) {
    List<String> different = new ArrayList<>();
    int cells = 0;
    CoinrTable expected = table(file);
    for (CoinrTable.Line line : expected.lines()) {
      String unit = line.find("uCode").orElseThrow();
      OptionalInt row = result.rows().find(unit, line.find("Time").orElse("2018"));
      for (TreeNode node : result.compiled().tree().nodes()) {
        if (!expected.header().contains(node.code())
            || (stage != Stage.AGGREGATED && !node.isLeaf())) {
          continue;
        }
        Column column =
            stage == Stage.AGGREGATED
                ? result.scores(node)
                : result.findStage(stage).orElseThrow().columns().get(node.leaf());
        cells++;
        String wanted = line.find(node.code()).orElse("");
        String found =
            row.isEmpty() || !column.has(row.getAsInt())
                ? ""
                : Double.toString(column.value(row.getAsInt()));
        if (!same(wanted, found)) {
          different.add(unit + " " + node.code() + ": " + wanted + " <> " + found);
        }
      }
    }
    return cells == 0 ? List.of("no cell was compared") : different;
  }

  private static boolean same(String wanted, String found) {
    if (wanted.isEmpty() || found.isEmpty()) {
      return wanted.equals(found);
    }
    double value = Double.parseDouble(wanted);
    return Math.abs(value - Double.parseDouble(found)) <= 1e-9 * Math.max(1, Math.abs(value));
  }
}
