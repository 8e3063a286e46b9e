package org.citylake.cli.run;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.citylake.core.contract.PersonalData.Purpose;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;
import org.citylake.entities.golden.MergeDeclaration;
import org.citylake.entities.golden.MergeFile;
import org.citylake.ingestion.custody.AccessLog;
import org.citylake.ingestion.store.LakeTableStore;
import org.citylake.lakehouse.catalog.LakeCatalog;

/**
 * Records in {@code audit.access} that the batch is about to read personal values to link records:
 * one entry per source of a merge, and none where its contract does not allow it. Docs/adr/0002.
 */
public final class LinkageAccess {
  private LinkageAccess() {}

  /**
   * To be done before the batch begins.
   *
   * @param inputs the tables that the batch reads
   * @throws org.citylake.core.CityLakeException of kind USER when a source's contract does not have
   *     the purpose of linkage
   */
  public static void record(
      LakeCatalog live, DeclarationLibrary library, Set<String> inputs, Clock clock) {
    AccessLog log = new AccessLog(new LakeTableStore(live));
    for (TableDeclaration table : library.tables()) {
      if (!MergeFile.isIn(table.folder())) {
        continue;
      }
      for (MergeDeclaration.Source merged : MergeFile.read(table.folder()).sources()) {
        Optional<SourceDeclaration> source =
            library
                .findSource(merged.id())
                .filter(s -> inputs.contains("raw." + s.id()))
                .filter(s -> !s.contract().personalColumns().isEmpty())
                .filter(s -> live.exists("vault." + s.id()));
        source.ifPresent(
            s ->
                log.record(
                    s,
                    Purpose.LINKAGE,
                    new AccessLog.Access(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        System.getProperty("user.name", "unknown"),
                        Purpose.LINKAGE.id(),
                        Optional.of("records merged into " + table.fullName()),
                        s.id(),
                        "*",
                        records(live, "vault." + s.id()))));
      }
    }
  }

  private static long records(LakeCatalog live, String table) {
    Snapshot snapshot = live.load(table).currentSnapshot();
    return snapshot == null
        ? 0
        : Long.parseLong(snapshot.summary().getOrDefault("total-records", "0"));
  }
}
