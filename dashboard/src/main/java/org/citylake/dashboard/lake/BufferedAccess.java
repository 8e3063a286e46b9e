package org.citylake.dashboard.lake;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.citylake.dashboard.answer.ProblemException;
import org.citylake.dashboard.drill.AccessJournal;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableAppend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes readings to {@code audit.access}, gathered for some seconds, as every commit makes a
 * snapshot. When so many could not be written that no more are held, nothing more is shown.
 */
public final class BufferedAccess implements AccessJournal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BufferedAccess.class);
  private static final String TABLE = "audit.access";
  private static final String PURPOSE = "page";
  private static final int HELD = 10_000;
  private static final long SECONDS = 10;

  private final LakeCatalog live;
  private final Clock clock;
  private final List<Map<String, Object>> held = new ArrayList<>();
  private List<Map<String, Object>> batch = List.of();
  private final ScheduledExecutorService writing =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "page-access");
            thread.setDaemon(true);
            return thread;
          });

  /** Writes to the warehouse from now on. */
  public BufferedAccess(LakeCatalog live, Clock clock) {
    this.live = live;
    this.clock = clock;
    writing.scheduleWithFixedDelay(this::tryWrite, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void note(String actor, String table, String subject, long records) {
    Map<String, Object> row = new HashMap<>();
    row.put("access_id", UUID.randomUUID().toString());
    row.put("accessed_at", clock.instant().atOffset(ZoneOffset.UTC));
    row.put("actor", actor);
    row.put("purpose", PURPOSE);
    row.put("source_id", table);
    row.put("subject", subject);
    row.put("records", records);
    synchronized (held) {
      if (held.size() >= HELD) {
        throw ProblemException.busy(
            "Who reads cannot be recorded at the moment, so nothing is shown; see the page's log.");
      }
      held.add(row);
    }
  }

  private void tryWrite() {
    try {
      write();
    } catch (RuntimeException e) {
      // The rows are held for the next try, and when too many are held nothing more is shown.
      LOG.warn("Cannot write who read what to {}; trying again", TABLE, e);
    }
  }

  private synchronized void write() {
    if (batch.isEmpty()) {
      synchronized (held) {
        batch = List.copyOf(held);
      }
    }
    if (batch.isEmpty() || !live.exists(TABLE)) {
      return;
    }
    // A batch that may have been committed is tried again unchanged: its first id names the commit.
    TableAppend.append(live.load(TABLE), "main", batch.get(0).get("access_id") + "/page", batch);
    synchronized (held) {
      held.subList(0, batch.size()).clear();
    }
    batch = List.of();
  }

  /** Writes what is held. */
  @Override
  public void close() {
    writing.shutdown();
    try {
      if (!writing.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
        writing.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
