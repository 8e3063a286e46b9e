package org.citylake.streamingjobs.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.citylake.lakehouse.maintenance.OldSnapshots;
import org.citylake.lakehouse.maintenance.SmallFiles;
import org.citylake.streamingjobs.table.LakeTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live tables small beside the stream, which writes some files at every checkpoint: files
 * and snapshots are bounded by time, not by volume. A table whose turn failed is told of and has
 * its turn again.
 */
public final class LiveMaintenance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveMaintenance.class);

  /** Late events are few, and settling removes their files by name. */
  private static final List<LiveTable> REWRITTEN =
      List.of(
          LiveTable.EVENT, LiveTable.WINDOW, LiveTable.ALERT, LiveTable.REFUSAL, LiveTable.COUNT);

  private final LakeTables tables;
  private final Limits limits;
  private final Consumer<String> told;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          turns -> {
            Thread thread = new Thread(turns, "maintenance");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What is small and what is old.
   *
   * @param fewest small files of a partition that are worth rewriting
   * @param targetBytes size that files should have
   * @param age snapshots stay so long: for readers at work, and for going back to a savepoint
   * @param snapshots so many stay whatever their age. A stream that goes on from a checkpoint looks
   *     in them for what it wrote after it
   */
  public record Limits(int fewest, long targetBytes, Duration age, int snapshots) {
    /** The shipped limits. */
    public static final Limits SHIPPED = new Limits(24, 128L << 20, Duration.ofHours(1), 200);
  }

  /**
   * Maintenance of a lakehouse's live tables.
   *
   * @param told hears what was done and what failed, a line each
   */
  public LiveMaintenance(LakeTables tables, Limits limits, Consumer<String> told) {
    this.tables = tables;
    this.limits = limits;
    this.told = told;
  }

  /** Has a turn of every table now and then, the first after one interval. */
  public void start(Duration interval) {
    long millis = interval.toMillis();
    thread.scheduleWithFixedDelay(this::turn, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** One turn of every table. */
  public void turn() {
    for (LiveTable table : LiveTable.values()) {
      try {
        maintain(table);
      } catch (RuntimeException e) {
        LOG.warn("Maintenance of {} failed", table.fullName(), e);
        told.accept(
            "Maintenance of " + table.fullName() + " failed and is tried again: " + e.getMessage());
      }
    }
  }

  private void maintain(LiveTable name) {
    Table table = tables.load(name.fullName());
    SmallFiles.Outcome files =
        REWRITTEN.contains(name)
            ? SmallFiles.rewrite(table, limits.fewest(), limits.targetBytes())
            : new SmallFiles.Outcome(0, 0);
    int expired = OldSnapshots.expire(table, limits.age(), limits.snapshots());
    if (files.removed() > 0 || expired > 0) {
      told.accept(
          name.fullName()
              + ": "
              + files.removed()
              + " small files are "
              + files.added()
              + " now, "
              + expired
              + " old snapshots gone");
    }
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(1, TimeUnit.MINUTES);
  }
}
