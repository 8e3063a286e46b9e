package org.citylake.ingestion.load;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a feed in their order, prepared by other threads while the caller works on those
 * before. Lines go to them in batches of bounded bytes, and few batches are under way at a time, so
 * that memory does not grow with the file. Not safe for several threads.
 */
final class PreparedLines implements Closeable {
  private static final int BATCH_LINES = 500;
  private static final long BATCH_BYTES = 1L << 20;

  private final RecordFeed.Cursor cursor;
  private final Queue<RecordPreparer> idle = new ConcurrentLinkedQueue<>();
  private final LoadContext context;
  private final int threads;
  private final ExecutorService workers;
  private final Deque<Future<List<RecordPreparer.Prepared>>> underWay = new ArrayDeque<>();
  private Iterator<RecordPreparer.Prepared> ready = List.<RecordPreparer.Prepared>of().iterator();
  private boolean read;

  PreparedLines(LoadContext context, RecordFeed.Cursor cursor) {
    this.context = context;
    this.cursor = cursor;
    this.threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "prepare-records");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The next line, null after the last. */
  RecordPreparer.@Nullable Prepared next() {
    while (!ready.hasNext()) {
      while (!read && underWay.size() <= 2 * threads) {
        List<RecordFeed.FedLine> batch = batch();
        if (!batch.isEmpty()) {
          underWay.add(workers.submit(() -> prepare(batch)));
        }
      }
      if (underWay.isEmpty()) {
        return null;
      }
      ready = result(underWay.remove()).iterator();
    }
    return ready.next();
  }

  private List<RecordFeed.FedLine> batch() {
    List<RecordFeed.FedLine> batch = new ArrayList<>(BATCH_LINES);
    long bytes = 0;
    while (batch.size() < BATCH_LINES && bytes < BATCH_BYTES) {
      RecordFeed.FedLine line = cursor.next();
      if (line == null) {
        read = true;
        break;
      }
      bytes += line.line().bytes().length;
      batch.add(line);
    }
    return batch;
  }

  private List<RecordPreparer.Prepared> prepare(List<RecordFeed.FedLine> batch) {
    RecordPreparer preparer = idle.poll();
    if (preparer == null) {
      preparer = new RecordPreparer(context);
    }
    List<RecordPreparer.Prepared> prepared = new ArrayList<>(batch.size());
    for (RecordFeed.FedLine line : batch) {
      prepared.add(preparer.prepare(line));
    }
    idle.add(preparer);
    return prepared;
  }

  private static List<RecordPreparer.Prepared> result(
      Future<List<RecordPreparer.Prepared>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException told) {
        throw told;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("preparing records failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while loading", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    cursor.close();
  }
}
