package org.citylake.lakehouse.table;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * Branches and tags of one table: rows are written to a branch, checked there, and published by
 * moving {@code main} to it. The writer holds the table's {@link WriterLease} meanwhile.
 */
public final class Branches {
  private Branches() {}

  /** Makes the branch, or moves it, to the snapshot. */
  public static void replace(Table table, String name, long snapshotId) {
    table.refresh();
    SnapshotRef ref = table.refs().get(name);
    if (ref == null) {
      table.manageSnapshots().createBranch(name, snapshotId).commit();
    } else if (ref.snapshotId() != snapshotId) {
      table.manageSnapshots().replaceBranch(name, snapshotId).commit();
    }
    table.refresh();
  }

  /** Makes the branch at main's snapshot where it is not there. */
  static void ensure(Table table, String name) {
    Snapshot main = table.currentSnapshot();
    if (!table.refs().containsKey(name) && !SnapshotRef.MAIN_BRANCH.equals(name) && main != null) {
      table.manageSnapshots().createBranch(name, main.snapshotId()).commit();
      table.refresh();
    }
  }

  /**
   * Moves {@code main} to the branch's snapshot; nothing to do when it is there or beyond already.
   *
   * @return main's snapshot afterwards
   * @throws CityLakeException of kind DATA when main has moved since the branch was made
   */
  public static long fastForward(Table table, String name) {
    table.refresh();
    SnapshotRef branch = table.refs().get(name);
    SnapshotRef main = table.refs().get(SnapshotRef.MAIN_BRANCH);
    if (branch == null) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot publish branch '" + name + "' of " + table.name() + ": it is not there");
    }
    if (main != null && isAncestor(table, branch.snapshotId(), main.snapshotId())) {
      return main.snapshotId();
    }
    if (main != null && !isAncestor(table, main.snapshotId(), branch.snapshotId())) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot publish branch '"
              + name
              + "' of "
              + table.name()
              + ": main has moved since the branch was made; make the branch anew from main");
    }
    table.manageSnapshots().fastForwardBranch(SnapshotRef.MAIN_BRANCH, name).commit();
    table.refresh();
    return branch.snapshotId();
  }

  /** Removes the branch where it is there; its snapshots stay until they expire. */
  public static void drop(Table table, String name) {
    table.refresh();
    if (table.refs().containsKey(name)) {
      table.manageSnapshots().removeBranch(name).commit();
      table.refresh();
    }
  }

  /**
   * Tags the snapshot; nothing to do when it carries the tag already.
   *
   * @throws CityLakeException of kind DATA when another snapshot has the tag
   */
  public static void tag(Table table, String name, long snapshotId) {
    table.refresh();
    SnapshotRef ref = table.refs().get(name);
    if (ref != null && ref.snapshotId() != snapshotId) {
      throw new CityLakeException(
          Kind.DATA,
          "Cannot tag snapshot "
              + snapshotId
              + " of "
              + table.name()
              + " as '"
              + name
              + "': snapshot "
              + ref.snapshotId()
              + " has that tag");
    }
    if (ref == null) {
      table.manageSnapshots().createTag(name, snapshotId).commit();
      table.refresh();
    }
  }

  private static boolean isAncestor(Table table, long ancestor, long snapshotId) {
    return SnapshotUtil.isAncestorOf(snapshotId, ancestor, table::snapshot);
  }
}
