package org.citylake.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.citylake.cli.state.Output;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a failure and gives its exit code.
 *
 * @param output where it is told
 */
record FailureReport(Output output) {
  private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

  /** 2 for wrong use, else 1. */
  int tell(Exception e) {
    LOG.error("The command failed", e);
    CityLakeException known = find(e, CityLakeException.class);
    if (known != null) {
      output.failure(known.kind(), String.valueOf(known.getMessage()));
      return known.exitCode();
    }
    UncheckedIOException unchecked = find(e, UncheckedIOException.class);
    IOException io = find(e, IOException.class);
    if (io != null) {
      String reason = io.getMessage() == null ? io.getClass().getSimpleName() : io.getMessage();
      output.failure(
          Kind.EXTERNAL,
          (unchecked == null ? "" : unchecked.getMessage() + ": ") + reason + wayOut(reason));
      return 1;
    }
    output.failure(
        Kind.INTERNAL,
        "Something failed that should not: "
            + e
            + "; the log in the home's folder logs has more, please report it");
    return 1;
  }

  private static String wayOut(String reason) {
    if (reason.contains("No space left")) {
      return "; free some space and run the command again, it goes on where it stopped";
    }
    if (reason.contains("Permission denied") || reason.contains("Read-only file system")) {
      return "; take a --home that you may write to";
    }
    return "";
  }

  private static <T extends Throwable> @Nullable T find(Throwable e, Class<T> type) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
