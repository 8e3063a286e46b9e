package org.citylake.batchjobs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every {@code tests/<case>/} of every shipped table in Spark. */
final class ITTableCases {
  private static final DeclarationLibrary LIBRARY = Shipped.LIBRARY;
  private static final TableCases CASES = new TableCases(SparkLake.inMemory(), LIBRARY);

  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() {
    List<DynamicTest> tests = new ArrayList<>();
    for (TableDeclaration table : LIBRARY.tables()) {
      if (!CaseFolders.of(table.folder()).isEmpty()) {
        tests.add(
            dynamicTest(
                table.fullName(),
                () -> assertThat(CASES.run(table)).allMatch(result -> result.passed())));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyCheckRunsOnNoRows() {
    return LIBRARY.tables().stream()
        .filter(t -> !t.checks().isEmpty())
        .map(
            t ->
                dynamicTest(
                    t.fullName(),
                    () ->
                        assertThat(CASES.violations(t, t.folder().resolve("none")).values())
                            .containsOnly(0L)))
        .toList();
  }
}
