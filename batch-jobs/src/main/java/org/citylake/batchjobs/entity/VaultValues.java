package org.citylake.batchjobs.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.citylake.batchjobs.spark.RowCodec;
import org.citylake.batchjobs.spark.SparkLake;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.citylake.ingestion.vault.RecordVault;
import org.jspecify.annotations.Nullable;

/** Personal values as the vault has them, opened with the keys of the home. */
record VaultValues(SparkSession session, VaultKeyFile keys) implements PersonalValues {
  @Override
  public Set<String> sealed(SourceDeclaration source) {
    return source.contract().personalColumns().stream()
        .map(ContractProperty::name)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<Content, Map<String, @Nullable String>> of(
      SourceDeclaration source, Set<Content> contents, Set<String> columns) {
    String table = SparkLake.CATALOG + ".vault." + source.id();
    Set<String> wanted =
        sealed(source).stream().filter(columns::contains).collect(Collectors.toSet());
    if (wanted.isEmpty() || contents.isEmpty() || !session.catalog().tableExists(table)) {
      return Map.of();
    }
    RecordVault vault = new RecordVault(source, keys);
    Column[] read =
        Stream.concat(
                Stream.of("source_key", "occurrence", "content_hash"), wanted.stream().sorted())
            .map(functions::col)
            .toArray(Column[]::new);
    List<Row> rows = session.table(table).select(read).collectAsList();
    Map<Content, Map<String, @Nullable String>> values = new HashMap<>();
    for (Row row : rows) {
      Content content = Content.of(row);
      if (contents.contains(content)) {
        values.put(content, vault.opened(RowCodec.map(row)));
      }
    }
    return values;
  }
}
