package org.citylake.dashboard.drill;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.release.ReleaseChoice;
import org.citylake.dashboard.route.Call;
import org.citylake.dashboard.store.PageStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables for answers. Two readings at the same time, so that drilling down never takes the
 * memory that the page needs; whoever waits for long is asked to come again.
 */
final class ReleasedRows {
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 20;

  private final ReleaseChoice releases;
  private final LakeReading lake;
  private final Semaphore readings = new Semaphore(AT_ONCE, true);

  ReleasedRows(ReleaseChoice releases, LakeReading lake) {
    this.releases = releases;
    this.lake = lake;
  }

  /** Rows of a table as the release has it. */
  void scan(
      PageStore release,
      String table,
      String what,
      List<Condition> conditions,
      Consumer<Map<String, @Nullable Object>> row) {
    OptionalLong snapshot = ReleaseChoice.snapshot(release, table);
    if (snapshot.isEmpty()) {
      throw ProblemException.notFound(
          "This release has no " + what + ": " + release.release() + " was made without them.");
    }
    read(table, snapshot.getAsLong(), conditions, row);
  }

  /**
   * Rows of a table as the release has it that is asked for, else as it is now, released or not;
   * none when there is no such table yet.
   */
  void scanAsked(Call call, String table, Consumer<Map<String, @Nullable Object>> row) {
    if (call.find(ReleaseChoice.RELEASE).isPresent()) {
      scan(releases.of(call), table, "rows of " + table, List.of(), row);
      return;
    }
    OptionalLong snapshot = lake.newest(table);
    if (snapshot.isPresent()) {
      read(table, snapshot.getAsLong(), List.of(), row);
    }
  }

  private void read(
      String table,
      long snapshot,
      List<Condition> conditions,
      Consumer<Map<String, @Nullable Object>> row) {
    if (!acquired()) {
      throw ProblemException.busy("Many look at single records at the moment: try again.");
    }
    try {
      lake.scan(table, snapshot, conditions, row);
    } finally {
      readings.release();
    }
  }

  private boolean acquired() {
    try {
      return readings.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
