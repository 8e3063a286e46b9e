package org.citylake.streamingjobs.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.streamingjobs.fault.FaultyTables.Fault;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.live.RollBack;
import org.citylake.streamingjobs.table.LakeTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are taken back to a checkpoint. Snapshots are told by the checkpoint they name. */
class ITRollBack {
  private static final String CHECKPOINT = "citylake.stream.checkpoint";

  private static void commit(Table table, String checkpoint) {
    table.newAppend().set(CHECKPOINT, checkpoint).commit();
  }

  private static List<String> checkpoints(Table table) {
    List<String> named = new ArrayList<>();
    for (Snapshot snapshot :
        SnapshotUtil.ancestorsOf(
            table.snapshot(SnapshotRef.MAIN_BRANCH).snapshotId(), table::snapshot)) {
      named.add(snapshot.summary().getOrDefault(CHECKPOINT, "none"));
    }
    return named;
  }

  @Test
  void aCommitThatGotStuckBeforeDoesNotComeAfterIt(@TempDir Path folder) throws IOException {
    CatalogLoader catalogs = lake(folder);
    LiveTable name = LiveTable.WINDOW;
    try (LakeTables tables = new LakeTables(catalogs);
        FaultyTables faulty =
            new FaultyTables(
                TableLoader.fromCatalog(catalogs, TableIdentifier.parse(name.fullName())),
                folder.toString(),
                List.of(Fault.NONE, Fault.DELAYED))) {
      faulty.open();
      commit(faulty.loadTable(), "7");
      Table before = faulty.loadTable();
      assertThatThrownBy(() -> commit(before, "8"))
          .isInstanceOf(CommitStateUnknownException.class)
          .hasMessageContaining("no answer");

      RollBack.to(tables, 7);
      commit(faulty.loadTable(), "8 of the stream that goes on");

      assertThat(checkpoints(tables.load(name.fullName())))
          .containsExactly("8 of the stream that goes on", "7", "7", "none");
    }
  }

  @Test
  void tablesAreTakenBackAgainAndFurther(@TempDir Path folder) throws IOException {
    try (LakeTables tables = new LakeTables(lake(folder))) {
      String event = LiveTable.EVENT.fullName();
      for (String checkpoint : List.of("1", "2", "3")) {
        commit(tables.load(event), checkpoint);
      }

      RollBack.to(tables, 2);
      assertThat(checkpoints(tables.load(event))).containsExactly("2", "2", "1", "none");
      RollBack.to(tables, 1);

      assertThat(checkpoints(tables.load(event))).containsExactly("1", "1", "none");
    }
  }

  private static CatalogLoader lake(Path folder) {
    CatalogLoader catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
    EmptyLake.create(catalogs, ITFaultSeeds.SOURCE.library());
    return catalogs;
  }
}
