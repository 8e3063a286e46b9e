package org.citylake.core.declaration;

import java.util.List;
import java.util.Map;
import org.citylake.core.problem.Problems;

/** What an export must keep in view of other declarations and of itself. */
final class ExportRules {
  /** At least one of the tables, each list by itself, has to be there for the format. */
  private static final Map<String, List<List<String>>> NEEDED =
      Map.of(
          "sdmx-json", List.of(List.of("metric.indicator_value", "metric.index_score")),
          "report", List.of(List.of("metric.index_score"), List.of("metric.index_trace")));

  private ExportRules() {}

  static void check(
      Loaded<ExportDeclaration> loaded, Declarations.References references, Problems problems) {
    ExportDeclaration export = loaded.declaration();
    List<String> tables = export.tables();
    for (int i = 0; i < tables.size(); i++) {
      references.table(loaded.marker(), "/tables/" + i, tables.get(i));
    }
    for (int i = 0; i < export.formats().size(); i++) {
      String format = export.formats().get(i);
      for (List<String> oneOf : NEEDED.getOrDefault(format, List.of())) {
        if (oneOf.stream().noneMatch(tables::contains)) {
          problems.add(
              loaded
                  .marker()
                  .problem(
                      "/formats/" + i,
                      "table-needed",
                      format,
                      "The format '"
                          + format
                          + "' needs the table "
                          + String.join(" or ", oneOf)
                          + " among 'tables'"));
        }
      }
    }
    if (loaded.marker().root().has("destinations") && !loaded.marker().root().has("schedule")) {
      problems.add(
          loaded
              .marker()
              .problem(
                  "/destinations",
                  "schedule-missing",
                  export.name(),
                  "Destinations are delivered to by a schedule; add 'schedule'"));
    }
  }
}
