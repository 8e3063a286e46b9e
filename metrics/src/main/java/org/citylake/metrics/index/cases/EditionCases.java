package org.citylake.metrics.index.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.CompiledEdition;
import org.citylake.metrics.index.IndexEngine;
import org.citylake.metrics.index.NodeScore;
import org.citylake.metrics.index.panel.NumberText;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader;
import org.citylake.metrics.index.panel.PanelVariables;

/**
 * Runs the cases of an edition: {@code panel.csv} is scored, and every line of {@code expected.csv}
 * ({@code unit,node,score,rank}, as wished {@code period}; an empty score or rank is none) has to
 * come out, scores to a billionth.
 */
public final class EditionCases {
  private static final double TOLERANCE = 1e-9;

  private EditionCases() {}

  /** Runs every case of an edition, by name. */
  public static List<CaseResult> run(EditionDeclaration edition) {
    return CaseFolders.of(edition.folder()).stream()
        .map(folder -> CaseResult.of(edition.id(), folder, () -> rows(edition, folder)))
        .toList();
  }

  private static Rows rows(EditionDeclaration edition, Path folder) throws IOException {
    CompiledEdition compiled = IndexEngine.compile(edition);
    Panel panel =
        PanelCsvReader.read(
                folder.resolve("panel.csv"),
                new PanelVariables(compiled.variables(), edition.groupColumns(), false))
            .panel();
    List<NodeScore> scores = IndexEngine.score(compiled, panel).scores().toList();
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> lines =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("expected.csv"))) {
      for (NamedCsvRecord line : lines) {
        expected.add(text(line, line.getField("score"), line.getField("rank")));
        found.add(
            scores.stream()
                .filter(score -> isOf(score, line))
                .findFirst()
                .map(score -> text(line, score(score, line.getField("score")), rank(score)))
                .orElse(text(line, "not scored by the edition", "")));
      }
    }
    if (expected.isEmpty()) {
      expected.add("a line in expected.csv");
    }
    return new Rows(expected, found);
  }

  private static boolean isOf(NodeScore score, NamedCsvRecord line) {
    return score.unit().equals(line.getField("unit"))
        && score.node().equals(line.getField("node"))
        && line.findField("period").map(score.timePeriod()::equals).orElse(true);
  }

  /** The score; the expected text where it is as near as has to be. */
  private static String score(NodeScore score, String expected) {
    Double found = score.score();
    if (found == null) {
      return "";
    }
    OptionalDouble wanted = NumberText.find(expected);
    return wanted.isPresent() && Math.abs(wanted.getAsDouble() - found) <= TOLERANCE
        ? expected
        : Double.toString(found);
  }

  private static String rank(NodeScore score) {
    Integer rank = score.rank();
    return rank == null ? "" : rank.toString();
  }

  private static String text(NamedCsvRecord line, String score, String rank) {
    return line.getField("unit")
        + line.findField("period").map(period -> " " + period).orElse("")
        + " "
        + line.getField("node")
        + " score="
        + score
        + " rank="
        + rank;
  }
}
