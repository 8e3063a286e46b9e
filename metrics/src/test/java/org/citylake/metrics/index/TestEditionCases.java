package org.citylake.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.index.panel.Panel;
import org.citylake.metrics.index.panel.PanelCsvReader;
import org.citylake.metrics.index.panel.PanelVariables;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every {@code tests/<case>/} of every shipped edition. */
class TestEditionCases {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));

  @TestFactory
  List<DynamicTest> everyCaseGivesTheScoresThatWereWorkedByHand() throws IOException {
    List<EditionDeclaration> editions =
        DeclarationReader.read(List.of(ROOT.resolve("metrics"))).library().editions();
    assertThat(editions).isNotEmpty();
    List<DynamicTest> tests = new ArrayList<>();
    for (EditionDeclaration edition : editions) {
      try (Stream<Path> cases = Files.list(edition.folder().resolve("tests"))) {
        for (Path folder : cases.sorted().toList()) {
          tests.add(
              dynamicTest(edition.id() + " " + folder.getFileName(), () -> check(edition, folder)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(editions.size());
    return tests;
  }

  private static void check(EditionDeclaration edition, Path folder) throws IOException {
    CompiledEdition compiled = IndexEngine.compile(edition);
    Panel panel =
        PanelCsvReader.read(
                folder.resolve("panel.csv"),
                new PanelVariables(compiled.variables(), edition.groupColumns(), false))
            .panel();

    List<NodeScore> scores = IndexEngine.score(compiled, panel).scores().toList();

    List<NamedCsvRecord> expected = read(folder.resolve("expected.csv"));
    assertThat(expected).isNotEmpty();
    boolean periods = expected.get(0).getHeader().contains("period");
    for (NamedCsvRecord line : expected) {
      NodeScore score =
          scores.stream()
              .filter(s -> s.unit().equals(line.getField("unit")))
              .filter(s -> !periods || s.timePeriod().equals(line.getField("period")))
              .filter(s -> s.node().equals(line.getField("node")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no score for " + line));
      String wanted = line.getField("score");
      if (wanted.isEmpty()) {
        assertThat(score.score()).as(line.toString()).isNull();
      } else {
        assertThat(score.score())
            .as(line.toString())
            .isCloseTo(Double.valueOf(wanted), within(1e-9));
      }
      String rank = line.getField("rank");
      assertThat(score.rank())
          .as(line.toString())
          .isEqualTo(rank.isEmpty() ? null : Integer.valueOf(rank));
    }
  }

  private static List<NamedCsvRecord> read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }
}
