package org.citylake.lakehouse.server;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what failed because another writer held SQLite's lock. SQLite gives up before it
 * writes anything (result codes SQLITE_BUSY 5 and SQLITE_LOCKED 6), so trying again is safe.
 */
final class BusyRetry {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 25;

  private BusyRetry() {}

  static <T> T run(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (attempt >= ATTEMPTS || !isBusy(e)) {
          throw e;
        }
        pause(attempt * PAUSE_MILLIS);
      }
    }
  }

  static boolean isBusy(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getClass().getName().startsWith("org.sqlite.")
          && ((sql.getErrorCode() & 0xff) == 5 || (sql.getErrorCode() & 0xff) == 6)) {
        return true;
      }
    }
    return false;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the catalog's database was busy", e);
    }
  }
}
