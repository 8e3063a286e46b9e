package org.citylake.batchjobs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every {@code tests/<case>/} of every indicator in Spark. */
final class ITIndicatorCases {
  private static final DeclarationLibrary LIBRARY = CaseRelations.LIBRARY;
  private static final TableDeclaration TABLE =
      LIBRARY.findTable(IndicatorProducer.TABLE).orElseThrow();

  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (IndicatorDeclaration indicator : LIBRARY.indicators()) {
      for (Path folder : CaseRelations.cases(indicator.folder())) {
        tests.add(
            dynamicTest(
                indicator.code() + "/" + folder.getFileName(), () -> run(indicator, folder)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(14);
    return tests;
  }

  private static void run(IndicatorDeclaration indicator, Path folder) throws IOException {
    IndicatorProducer producer = new IndicatorProducer(TABLE, LIBRARY, List.of(indicator), "test");
    Relations relations = CaseRelations.of(folder, producer.inputs());
    CaseTable expected = CaseTable.read(folder.resolve("expected.csv"));

    Dataset<Row> values = producer.rows(relations);

    assertThat(expected.lines(values)).as(folder.toString()).isEqualTo(expected.lines());
  }
}
