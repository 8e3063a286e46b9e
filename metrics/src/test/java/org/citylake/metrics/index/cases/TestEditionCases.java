package org.citylake.metrics.index.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationReader;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.core.declaration.EditionFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code tests/<case>/} of every shipped edition, and cases that have to fail. */
class TestEditionCases {
  private static final Path ROOT = Path.of(System.getProperty("citylake.root", ".."));
  private static final String PANEL =
      """
      unit,people,area
      a,10,1
      b,20,3
      """;

  @TestFactory
  List<DynamicTest> everyCaseGivesTheScoresThatWereWorkedByHand() {
    List<CaseResult> results =
        DeclarationReader.read(List.of(ROOT.resolve("metrics"))).library().editions().stream()
            .flatMap(edition -> EditionCases.run(edition).stream())
            .toList();
    assertThat(results).hasSizeGreaterThanOrEqualTo(11);
    return results.stream()
        .map(r -> dynamicTest(r.title(), () -> assertThat(r.differences()).isEmpty()))
        .toList();
  }

  @Test
  void aScoreWithinABillionthAndNoScorePass(@TempDir Path folder) throws IOException {
    CaseResult result =
        run(folder, PANEL + "c,,\n", "unit,node,score,rank\na,size,25.0000000004,2\nc,size,,\n");

    assertThat(result.differences()).isEmpty();
  }

  @Test
  void aWrongScoreRankAndUnitAreTold(@TempDir Path folder) throws IOException {
    CaseResult result =
        run(folder, PANEL, "unit,node,score,rank\na,size,26,1\nb,size,55,\nd,size,1,\n");

    assertThat(result.passed()).isFalse();
    assertThat(result.differences())
        .containsExactly(
            "missing:    a size score=26 rank=1",
            "missing:    b size score=55 rank=",
            "missing:    d size score=1 rank=",
            "unexpected: a size score=25.0 rank=2",
            "unexpected: b size score=55 rank=1",
            "unexpected: d size score=not scored by the edition rank=");
  }

  @Test
  void aCaseWithoutALineOrWithAWrongPanelFails(@TempDir Path folder) throws IOException {
    assertThat(run(folder, PANEL, "unit,node,score,rank\n").differences())
        .containsExactly("missing:    a line in expected.csv");
    assertThat(run(folder, PANEL.replace("20", "twenty"), "unit,node,score,rank\n").differences())
        .singleElement()
        .asString()
        .startsWith("cannot be run: ")
        .contains("twenty");
  }

  private static CaseResult run(Path folder, String panel, String expected) throws IOException {
    Path tests = Files.createDirectories(folder.resolve("tests/one"));
    Files.writeString(
        folder.resolve("index.yaml"),
        """
        index: size
        edition: "1"
        name-zh: 规模
        name-en: Size
        model: true
        edition-year: 2020
        scored-from: files
        minimum-units: 2
        steps:
          normalise: {method: none}
          aggregate: {method: weighted-sum}
        tree:
          - {code: size, name-zh: 规模, name-en: Size}
          - {code: people, parent: size, weight: 2, direction: higher}
          - {code: area, parent: size, weight: 5, direction: higher}
        """);
    Files.writeString(tests.resolve("panel.csv"), panel);
    Files.writeString(tests.resolve("expected.csv"), expected);
    EditionDeclaration edition = EditionFolder.load(folder);
    return EditionCases.run(edition).get(0);
  }
}
