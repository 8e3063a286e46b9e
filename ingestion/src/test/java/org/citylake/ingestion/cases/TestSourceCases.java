package org.citylake.ingestion.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.Shipped;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code tests/CASE/} of every shipped source, and cases that have to fail. */
class TestSourceCases {
  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() {
    List<CaseResult> results =
        Shipped.library().sources().stream()
            .flatMap(source -> SourceCases.run(Shipped.library(), source).stream())
            .toList();
    assertThat(results).hasSizeGreaterThanOrEqualTo(Shipped.library().sources().size());
    return results.stream()
        .map(r -> dynamicTest(r.title(), () -> assertThat(r.differences()).isEmpty()))
        .toList();
  }

  @Test
  void aWrongRowAndAWrongReasonAreTold(@TempDir Path folder) throws IOException {
    SourceDeclaration plan = Shipped.library().findSource("plan_indicator").orElseThrow();
    Path shipped = CaseFolders.of(plan.folder()).get(0);
    for (String file : List.of("input.csv", "accepted.csv", "quarantined.csv")) {
      Files.copy(shipped.resolve(file), folder.resolve(file));
    }
    String quarantined = Files.readString(folder.resolve("quarantined.csv"));
    String line = quarantined.lines().skip(1).findFirst().orElseThrow();
    Files.writeString(
        folder.resolve("quarantined.csv"), quarantined.replace(line, line + ";another_rule"));

    CaseResult result = SourceCases.run(Shipped.library(), plan, folder);

    assertThat(result.differences())
        .hasSize(2)
        .anySatisfy(
            d -> assertThat(d).startsWith("missing:    quarantined").contains("another_rule"))
        .anySatisfy(d -> assertThat(d).startsWith("unexpected: quarantined line"));
  }

  @Test
  void anUnknownColumnOfTheExpectedRowsIsTold(@TempDir Path folder) throws IOException {
    SourceDeclaration plan = Shipped.library().findSource("plan_indicator").orElseThrow();
    Path shipped = CaseFolders.of(plan.folder()).get(0);
    Files.copy(shipped.resolve("input.csv"), folder.resolve("input.csv"));
    Files.copy(shipped.resolve("quarantined.csv"), folder.resolve("quarantined.csv"));
    Files.writeString(folder.resolve("accepted.csv"), "line,colour\n2,red\n");

    assertThat(SourceCases.run(Shipped.library(), plan, folder).differences())
        .containsExactly("cannot be run: accepted.csv has a column that no row has: colour");
  }
}
