package org.citylake.batchjobs.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.compute.QueryProducer;
import org.citylake.batchjobs.publish.TableChecks;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code tests/<case>/} of every table in Spark: those of queries give {@code
 * expected.csv}, those of checks give {@code violations.csv} for {@code this.csv}.
 */
final class ITTableCases {
  private static final DeclarationLibrary LIBRARY = CaseRelations.LIBRARY;

  @TestFactory
  List<DynamicTest> everyCaseGivesItsExpectedRows() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (TableDeclaration table : LIBRARY.tables()) {
      for (Path folder : CaseRelations.cases(table.folder())) {
        boolean ofQuery = Files.exists(folder.resolve("expected.csv"));
        tests.add(
            dynamicTest(
                table.fullName() + "/" + folder.getFileName(),
                () -> {
                  if (ofQuery) {
                    runQuery(table, folder);
                  } else {
                    runChecks(table, folder);
                  }
                }));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyCheckRunsOnNoRows() {
    List<String> names = LIBRARY.tables().stream().map(TableDeclaration::fullName).toList();
    return LIBRARY.tables().stream()
        .filter(t -> !t.checks().isEmpty())
        .map(
            t ->
                dynamicTest(
                    t.fullName(),
                    () -> {
                      Relations relations = CaseRelations.of(t.folder().resolve("none"), names);
                      assertThat(violations(t, relations, relations.load(t.fullName())).values())
                          .containsOnly(0L);
                    }))
        .toList();
  }

  private static void runQuery(TableDeclaration table, Path folder) throws IOException {
    QueryProducer producer = new QueryProducer(table);
    CaseTable expected = CaseTable.read(folder.resolve("expected.csv"));

    Dataset<Row> rows = producer.rows(CaseRelations.of(folder, producer.inputs()));

    assertThat(expected.lines(rows)).as(folder.toString()).isEqualTo(expected.lines());
  }

  private static void runChecks(TableDeclaration table, Path folder) throws IOException {
    List<String> names = LIBRARY.tables().stream().map(TableDeclaration::fullName).toList();
    Relations relations = CaseRelations.of(folder, names);
    Dataset<Row> rows =
        CaseTable.read(folder.resolve("this.csv"))
            .dataset(relations.session(), ContractTypes.struct(table.contract()));
    Map<String, Long> expected = new TreeMap<>();
    CaseTable.read(folder.resolve("violations.csv"))
        .rows()
        .forEach(r -> expected.put(r.get("check"), Long.valueOf(r.getOrDefault("violations", ""))));

    assertThat(violations(table, relations, rows)).as(folder.toString()).isEqualTo(expected);
  }

  private static Map<String, Long> violations(
      TableDeclaration table, Relations relations, Dataset<Row> rows) {
    Map<String, Long> found = new TreeMap<>();
    new TableChecks(relations.session())
        .run(table, rows, 1)
        .forEach(r -> found.put(r.check(), r.violations()));
    return found;
  }
}
