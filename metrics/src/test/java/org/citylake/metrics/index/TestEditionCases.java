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
import java.util.Locale;
import java.util.stream.Stream;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Direction;
import org.jspecify.annotations.Nullable;
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
    List<Datum> data = new ArrayList<>();
    for (NamedCsvRecord line : read(folder.resolve("panel.csv"))) {
      Double value = number(line.getField("value"));
      data.add(
          new Datum(
              line.getField("unit"),
              line.getField("period"),
              line.getField("indicator"),
              value,
              value == null ? Datum.MISSING : "reported",
              number(line.getField("target")),
              Direction.valueOf(line.getField("direction").toUpperCase(Locale.ROOT)),
              List.of()));
    }

    IndexResult result = IndexEngine.score(edition, new Panel(data));

    List<NamedCsvRecord> expected = read(folder.resolve("expected.csv"));
    assertThat(expected).isNotEmpty();
    for (NamedCsvRecord line : expected) {
      NodeScore score =
          result.scores().stream()
              .filter(s -> s.unit().equals(line.getField("unit")))
              .filter(s -> s.node().equals(line.getField("node")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no score for " + line));
      Double wanted = number(line.getField("score"));
      if (wanted == null) {
        assertThat(score.score()).as(line.toString()).isNull();
      } else {
        assertThat(score.score()).as(line.toString()).isCloseTo(wanted, within(1e-9));
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

  private static @Nullable Double number(String text) {
    return text.isEmpty() ? null : Double.valueOf(text);
  }
}
