package org.citylake.batchjobs.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.cases.CaseFolders;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.cases.CaseResult.Rows;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.IndicatorDeclaration.Method;

/**
 * Runs the cases of indicators: the tables of the case ({@code namespace.table.csv}), of a derived
 * one {@code metric.indicator_value.csv} with the values that it follows from, give the values of
 * {@code expected.csv}, any columns of {@code metric.indicator_value}.
 */
public final class IndicatorCases {
  private final DeclarationLibrary library;
  private final CaseRelations relations;

  /** Cases in a session. */
  public IndicatorCases(SparkSession session, DeclarationLibrary library) {
    this.library = library;
    this.relations = new CaseRelations(session, library);
  }

  /** Runs every case of an indicator, by name. */
  public List<CaseResult> run(IndicatorDeclaration indicator) {
    return CaseFolders.of(indicator.folder()).stream()
        .map(folder -> run(indicator, folder))
        .toList();
  }

  /** Runs one case. */
  public CaseResult run(IndicatorDeclaration indicator, Path folder) {
    return CaseResult.of(indicator.code(), folder, () -> rows(indicator, folder));
  }

  private Dataset<Row> rows(IndicatorDeclaration indicator, IndicatorProducer producer, Path folder)
      throws IOException {
    if (indicator.method() == Method.DERIVED) {
      Relations given = relations.of(folder, List.of(IndicatorProducer.TABLE));
      return producer.derived(given.load(IndicatorProducer.TABLE), given);
    }
    return producer.rows(relations.of(folder, producer.inputs()));
  }

  private Rows rows(IndicatorDeclaration indicator, Path folder) throws IOException {
    IndicatorProducer producer =
        new IndicatorProducer(
            library.findTable(IndicatorProducer.TABLE).orElseThrow(),
            library,
            List.of(indicator),
            "test");
    CaseTable expected = CaseTable.read(folder.resolve("expected.csv"));
    return new Rows(expected.lines(), expected.lines(rows(indicator, producer, folder)));
  }
}
