package org.citylake.batchjobs.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.compute.DeclaredIndicators;
import org.citylake.batchjobs.spark.ContractTypes;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.DeclarationReader;

/** The tables of a test case under their names; a table that it does not give is empty. */
final class CaseRelations {
  static final Path ROOT = Path.of(System.getProperty("citylake.root"));
  static final DeclarationLibrary LIBRARY = DeclarationReader.load(List.of(ROOT));

  private static final SparkSession SESSION = SparkLake.inMemory();

  private CaseRelations() {}

  static Relations of(Path folder, List<String> inputs) throws IOException {
    Relations relations = new Relations(SESSION, LIBRARY);
    for (String name : inputs) {
      Path file = folder.resolve(name + ".csv");
      CaseTable table =
          Files.exists(file) ? CaseTable.read(file) : new CaseTable(List.of(), List.of());
      relations.put(
          name,
          table.dataset(
              SESSION, ContractTypes.struct(LIBRARY.findTable(name).orElseThrow().contract())),
          1);
    }
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(SESSION, LIBRARY), 0);
    return relations;
  }

  /** The cases of a declaration's folder, ordered; none when it has no tests. */
  static List<Path> cases(Path folder) throws IOException {
    Path tests = folder.resolve("tests");
    if (!Files.isDirectory(tests)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(tests)) {
      return found.filter(Files::isDirectory).sorted().toList();
    }
  }
}
