package org.citylake.streamingjobs.live;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.streamingjobs.sink.StreamSnapshots;
import org.citylake.streamingjobs.table.LakeTables;

/**
 * Takes the live tables back to what they held at a checkpoint, before a stream is started from it.
 * Without it they would keep what came after, and get it again.
 *
 * <p>Each table gets a snapshot more, which changes no row: a commit of the stream that is given up
 * may be stuck on its way, and would be taken when the table still, or again, is as it knew it.
 */
public final class RollBack {
  private RollBack() {}

  /**
   * Takes every table back.
   *
   * @param checkpoint number of the checkpoint or savepoint
   * @throws CityLakeException of kind DATA when a table's snapshots of that time have expired, or
   *     others have written since; no table is changed then
   */
  public static void to(LakeTables tables, long checkpoint) {
    for (LiveTable table : LiveTable.values()) {
      target(tables.load(table.fullName()), checkpoint);
    }
    for (LiveTable table : LiveTable.values()) {
      Table loaded = tables.load(table.fullName());
      OptionalLong target = target(loaded, checkpoint);
      if (target.isPresent()) {
        loaded.manageSnapshots().rollbackTo(target.getAsLong()).commit();
      }
      StreamSnapshots.mark(loaded.newAppend(), checkpoint).commit();
    }
  }

  /** The snapshot to go back to; empty when the table holds nothing that is newer. */
  private static OptionalLong target(Table table, long checkpoint) {
    Snapshot head = table.snapshot(SnapshotRef.MAIN_BRANCH);
    if (head == null) {
      return OptionalLong.empty();
    }
    List<Snapshot> history = new ArrayList<>();
    SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot).forEach(history::add);
    int target = 0;
    for (int i = 0; i < history.size(); i++) {
      if (StreamSnapshots.checkpoint(history.get(i)).orElse(Long.MIN_VALUE) > checkpoint) {
        target = i + 1;
      }
    }
    if (target == history.size()) {
      throw refused(
          table, checkpoint, "its snapshots of that time have expired; take a newer savepoint");
    }
    // Maintenance writes files again and changes no row.
    if (history.subList(0, target).stream()
        .filter(s -> !DataOperations.REPLACE.equals(s.operation()))
        .anyMatch(s -> StreamSnapshots.checkpoint(s).isEmpty())) {
      throw refused(table, checkpoint, "it was written by others since; take a newer savepoint");
    }
    return target == 0 ? OptionalLong.empty() : OptionalLong.of(history.get(target).snapshotId());
  }

  private static CityLakeException refused(Table table, long checkpoint, String why) {
    return new CityLakeException(
        Kind.DATA,
        "Cannot take " + table.name() + " back to checkpoint " + checkpoint + ": " + why);
  }
}
