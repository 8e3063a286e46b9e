package org.citylake.core.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citylake.core.contract.ContractReader;
import org.citylake.core.contract.DataContract;
import org.citylake.core.problem.Problems;
import org.citylake.core.yaml.YamlFile;

/** Reads a table's folder: its contract, query.sql, merge.yaml and checks.sql. */
final class TableFolder {
  private TableFolder() {}

  static Optional<Loaded<TableDeclaration>> read(DeclarationFolder folder, Problems problems) {
    String marker = folder.kind().marker();
    Optional<YamlFile> yaml = folder.yaml(marker, problems);
    Optional<DataContract> contract = yaml.flatMap(y -> ContractReader.read(y, problems));
    if (yaml.isEmpty() || contract.isEmpty()) {
      return Optional.empty();
    }
    Optional<SqlFile> query =
        folder.has("query.sql")
            ? Optional.of(new SqlFile(folder.text("query.sql")))
            : Optional.empty();
    List<String> inputs = query.flatMap(SqlFile::declaredInputs).orElse(List.of());
    TableDeclaration table =
        new TableDeclaration(
            folder.domain(),
            folder.folder().getFileName().toString(),
            folder.absolute(),
            contract.get(),
            query.map(SqlFile::text),
            inputs,
            TableChecks.read(folder, problems),
            folder.contentHash());
    Map<String, YamlFile> files = new HashMap<>(MergeRules.read(folder, problems));
    files.put(marker, yaml.get());
    Loaded<TableDeclaration> loaded = new Loaded<>(folder, files, table);
    loaded.requireId(problems, "/id", contract.get().id(), folder.id());
    if (query.isPresent()) {
      if (query.get().declaredInputs().isEmpty()) {
        problems.add(
            folder.shown("query.sql"),
            1,
            "inputs-missing",
            "",
            "The query has no line '-- inputs: namespace.table, ...'");
      }
      loaded.requireTests(problems, "expected.csv");
    }
    return Optional.of(loaded);
  }
}
