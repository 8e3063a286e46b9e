package org.citylake.batchjobs.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.compute.DeclaredIndicators;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.core.declaration.DeclarationLibrary;

/** The tables of a test case under their names; a table that it does not give is empty. */
record CaseRelations(SparkSession session, DeclarationLibrary library) {

  Relations of(Path folder, List<String> inputs) throws IOException {
    Relations relations = new Relations(session, library);
    for (String name : inputs) {
      Path file = folder.resolve(name + ".csv");
      CaseTable table =
          Files.exists(file) ? CaseTable.read(file) : new CaseTable(List.of(), List.of());
      relations.put(name, table.dataset(session, relations.type(name)), 1);
    }
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    return relations;
  }
}
