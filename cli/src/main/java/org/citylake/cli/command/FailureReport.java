package org.citylake.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.citylake.cli.state.Output;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.IoReason;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a failure and gives its exit code.
 *
 * @param output where it is told
 * @param home the home that the command worked on
 */
record FailureReport(Output output, Home home) {
  /** Below this much free space, any failure of an engine is taken for one of the full disk. */
  private static final long LITTLE_SPACE = 32L << 20;

  private static final String NO_SPACE = "No space left";
  private static final String WAY_OUT =
      ": free some space and run the command again, it goes on where it stopped";

  private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

  /** 2 for wrong use, else 1. */
  int tell(Exception e) {
    LOG.error("The command failed", e);
    CityLakeException known = find(e, CityLakeException.class);
    if (known != null) {
      String message = String.valueOf(known.getMessage());
      output.failure(known.kind(), known.exitCode() == 1 ? message + fullDisk(message) : message);
      return known.exitCode();
    }
    UncheckedIOException unchecked = find(e, UncheckedIOException.class);
    IOException io = find(e, IOException.class);
    if (io != null) {
      String reason = IoReason.of(io);
      output.failure(
          Kind.EXTERNAL,
          (unchecked == null ? "" : unchecked.getMessage() + ": ") + reason + wayOut(reason));
      return 1;
    }
    String full = fullDisk("");
    if (full.isEmpty()) {
      output.failure(
          Kind.INTERNAL,
          "Something failed that should not: "
              + e
              + "; the log in the home's folder logs has more, please report it");
    } else {
      output.failure(
          Kind.EXTERNAL, "The disk is full (" + e.getClass().getSimpleName() + ")" + full);
    }
    return 1;
  }

  /** Engines hide a full disk behind failures of their own, so the disk itself is asked. */
  private String fullDisk(String message) {
    try {
      long free =
          Files.isDirectory(home.root())
              ? Files.getFileStore(home.root()).getUsableSpace()
              : LITTLE_SPACE;
      return free < LITTLE_SPACE || message.contains(NO_SPACE)
          ? "\nOnly " + (free >> 10) + " KiB are free at " + home.root() + WAY_OUT
          : "";
    } catch (IOException e) {
      LOG.warn("Cannot ask for the space at {}", home.root(), e);
      return "";
    }
  }

  private static String wayOut(String reason) {
    if (reason.contains(NO_SPACE)) {
      return WAY_OUT;
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
