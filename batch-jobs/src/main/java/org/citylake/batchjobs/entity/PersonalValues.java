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

/** Personal values of raw rows. The command has recorded the access before the job began. */
public interface PersonalValues {
  /**
   * The values of records.
   *
   * @param source whose records
   * @param contents source key, occurrence and content hash of those that are wanted
   * @param columns the personal columns that are wanted
   * @return by content its values; one that the vault no longer has is left out
   */
  Map<Content, Map<String, @Nullable String>> of(
      SourceDeclaration source, Set<Content> contents, Set<String> columns);

  /** What a record's row says, as raw and vault tables name it. */
  record Content(String sourceKey, int occurrence, String contentHash) {
    static Content of(Row row) {
      return new Content(
          row.getAs("source_key"), row.<Integer>getAs("occurrence"), row.getAs("content_hash"));
    }
  }

  /** None: rows say their values themselves, as those of test cases do. */
  static PersonalValues none() {
    return (source, contents, columns) -> Map.of();
  }

  /** Of the vault, opened with the keys of the home. */
  static PersonalValues inVault(SparkSession session, VaultKeyFile keys) {
    return (source, contents, columns) -> {
      String table = SparkLake.CATALOG + ".vault." + source.id();
      Set<String> wanted =
          source.contract().personalColumns().stream()
              .map(ContractProperty::name)
              .filter(columns::contains)
              .collect(Collectors.toSet());
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
    };
  }
}
