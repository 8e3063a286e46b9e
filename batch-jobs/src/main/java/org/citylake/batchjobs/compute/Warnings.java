package org.citylake.batchjobs.compute;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;

/** What a person should know after a computation and what no check stops. */
final class Warnings {
  private static final String OBSERVATION = "city.observation";

  private final DeclarationLibrary library;
  private final Relations relations;

  Warnings(DeclarationLibrary library, Relations relations) {
    this.library = library;
    this.relations = relations;
  }

  List<String> all() {
    List<String> warnings = new ArrayList<>();
    library.sources().stream()
        // An agency's source waits for its first delivery; published data are shipped.
        .filter(s -> s.mapping().isPresent() && s.origin().isPresent() && !s.replayed())
        .map(s -> "raw." + s.id())
        .filter(name -> !relations.has(name))
        .forEach(name -> warnings.add("No load of " + name + " was given to this job"));
    if (relations.has(OBSERVATION)) {
      otherUnits().forEach(row -> warnings.add(otherUnit(row)));
    }
    return List.copyOf(warnings);
  }

  private List<Row> otherUnits() {
    return relations
        .load(OBSERVATION)
        .as("o")
        .join(
            relations.load(DeclaredIndicators.NAME).as("i"),
            col("o.indicator_code")
                .equalTo(col("i.code"))
                .and(col("o.unit_measure").notEqual(col("i.unit"))))
        .where(col("o.figure_kind").equalTo("actual"))
        .select("i.code", "i.unit", "o.unit_measure", "o.source_id", "o.source_key")
        .sort("source_id", "source_key")
        .limit(20)
        .collectAsList();
  }

  private static String otherUnit(Row row) {
    return "The figure "
        + row.getString(3)
        + "/"
        + row.getString(4)
        + " of "
        + row.getString(0)
        + " is in "
        + row.getString(2)
        + " and not in "
        + row.getString(1)
        + "; it enters no indicator value";
  }
}
