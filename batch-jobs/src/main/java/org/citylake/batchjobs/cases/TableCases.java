package org.citylake.batchjobs.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.compute.QueryProducer;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.credit.CreditTables;
import org.citylake.batchjobs.entity.EntityInputs;
import org.citylake.batchjobs.entity.EntityTables;
import org.citylake.batchjobs.publish.TableChecks;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.TableDeclaration;

/**
 * Runs the cases of tables: those of queries give {@code expected.csv}, those of checks give {@code
 * violations.csv} for {@code this.csv}.
 */
public final class TableCases {
  private final DeclarationLibrary library;
  private final CaseRelations relations;

  /** Cases in a session. */
  public TableCases(SparkSession session, DeclarationLibrary library) {
    this.library = library;
    this.relations = new CaseRelations(session, library);
  }

  /** Runs every case of a table, by name. */
  public List<CaseResult> run(TableDeclaration table) {
    return CaseFolders.of(table.folder()).stream()
        .map(folder -> CaseResult.of(table.fullName(), folder, () -> rows(table, folder)))
        .toList();
  }

  private Rows rows(TableDeclaration table, Path folder) throws IOException {
    if (Files.exists(folder.resolve("expected.csv"))) {
      TableProducer producer =
          table.query().isPresent()
              ? new QueryProducer(table)
              : new EntityTables(library, EntityInputs.ofCase())
                  .find(table)
                  .or(() -> new CreditTables(library, "case").find(table))
                  .orElseThrow(
                      () -> new IllegalArgumentException("nothing fills " + table.fullName()));
      CaseTable expected = CaseTable.read(folder.resolve("expected.csv"));
      return new Rows(
          expected.lines(), expected.lines(producer.rows(relations.of(folder, producer.inputs()))));
    }
    Map<String, String> expected = new TreeMap<>();
    for (Map<String, String> row : CaseTable.read(folder.resolve("violations.csv")).rows()) {
      expected.put(row.getOrDefault("check", ""), row.getOrDefault("violations", ""));
    }
    Map<String, String> found = new TreeMap<>();
    violations(table, folder).forEach((check, count) -> found.put(check, Long.toString(count)));
    return new Rows(lines(expected), lines(found));
  }

  /** How many rows each check of the table finds in {@code this.csv}, or in none without it. */
  Map<String, Long> violations(TableDeclaration table, Path folder) throws IOException {
    Relations inputs =
        relations.of(folder, library.tables().stream().map(TableDeclaration::fullName).toList());
    Path file = folder.resolve("this.csv");
    Dataset<Row> rows =
        Files.exists(file)
            ? CaseTable.read(file).dataset(inputs.session(), ContractTypes.struct(table.contract()))
            : inputs.load(table.fullName());
    Map<String, Long> found = new TreeMap<>();
    new TableChecks(inputs.session())
        .run(table, rows, 1)
        .forEach(result -> found.put(result.check(), result.violations()));
    return found;
  }

  private static List<String> lines(Map<String, String> violations) {
    return violations.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }
}
