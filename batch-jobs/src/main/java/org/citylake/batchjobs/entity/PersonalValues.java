package org.citylake.batchjobs.entity;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.ingestion.sealing.VaultKeyFile;
import org.jspecify.annotations.Nullable;

/** Personal values of raw rows. The command has recorded the access before the job began. */
public interface PersonalValues {
  /** The columns of a source in whose place raw rows have tokens. */
  Set<String> sealed(SourceDeclaration source);

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
    return new PersonalValues() {
      @Override
      public Set<String> sealed(SourceDeclaration source) {
        return Set.of();
      }

      @Override
      public Map<Content, Map<String, @Nullable String>> of(
          SourceDeclaration source, Set<Content> contents, Set<String> columns) {
        return Map.of();
      }
    };
  }

  /** Of the vault, opened with the keys of the home. */
  static PersonalValues inVault(SparkSession session, VaultKeyFile keys) {
    return new VaultValues(session, keys);
  }
}
