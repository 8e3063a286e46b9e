package org.citylake.batchjobs.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.process.Progress;
import org.citylake.core.cases.CaseResult;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.TableDeclaration;

/** The job {@code cases}: runs the cases of some tables and indicators. */
public final class CasesJob {
  private final DeclarationLibrary library;
  private final SparkSession session;
  private final Set<String> declarations;

  /**
   * A job.
   *
   * @param declarations full names of tables and codes of indicators
   */
  public CasesJob(DeclarationLibrary library, SparkSession session, List<String> declarations) {
    this.library = library;
    this.session = session;
    this.declarations = Set.copyOf(declarations);
  }

  /**
   * Runs; the result's {@code cases} have {@code declaration}, {@code folder}, {@code differences}.
   */
  public Map<String, Object> run() {
    List<Map<String, Object>> cases = new ArrayList<>();
    TableCases ofTables = new TableCases(session, library);
    for (TableDeclaration table : library.tables()) {
      add(cases, table.fullName(), () -> ofTables.run(table));
    }
    IndicatorCases ofIndicators = new IndicatorCases(session, library);
    for (IndicatorDeclaration indicator : library.indicators()) {
      add(cases, indicator.code(), () -> ofIndicators.run(indicator));
    }
    return Map.of("cases", cases);
  }

  private void add(
      List<Map<String, Object>> cases, String name, Supplier<List<CaseResult>> results) {
    if (!declarations.contains(name)) {
      return;
    }
    Progress.print(name);
    for (CaseResult result : results.get()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("declaration", name);
      object.put("folder", result.folder().toString());
      object.put("differences", result.differences());
      cases.add(object);
    }
  }
}
