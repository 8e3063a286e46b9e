package org.citylake.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * Lets one writing command at a time into a home, and one process at a time run its schedules. The
 * system frees a lock when its process ends.
 */
public final class HomeLock implements AutoCloseable {
  private static final String SCHEDULE = "schedule";
  private static final String STREAM = "stream";
  private static final String SETTLEMENT = "settlement";

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock for writing into the home, or fails at once.
   *
   * @throws CityLakeException of kind EXTERNAL that names the process that has it
   */
  public static HomeLock take(Home home) {
    return find(home, "home")
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "Cannot use the home "
                        + home.root()
                        + ": process "
                        + owner(home, "home")
                        + " is writing to it; wait for its end, stop it, or take another --home"));
  }

  /**
   * Takes the lock for running the home's schedules, or fails at once.
   *
   * @throws CityLakeException of kind EXTERNAL that names the process that has it
   */
  public static HomeLock takeSchedule(Home home) {
    return findSchedule(home)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "Cannot run the schedules of "
                        + home.root()
                        + ": process "
                        + scheduler(home)
                        + " runs them; wait for its end or stop it"));
  }

  /**
   * Takes the lock for the home's live stream, or fails at once.
   *
   * @throws CityLakeException of kind EXTERNAL that names the process that has it
   */
  public static HomeLock takeStream(Home home) {
    return find(home, STREAM)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "Process "
                        + owner(home, STREAM)
                        + " streams into "
                        + home.root()
                        + " already: ./citylake stream stop, or stream status"));
  }

  /**
   * Takes the lock for settling late events, or fails at once.
   *
   * @throws CityLakeException of kind EXTERNAL that names the process that has it
   */
  public static HomeLock takeSettlement(Home home) {
    return find(home, SETTLEMENT)
        .orElseThrow(
            () ->
                new CityLakeException(
                    Kind.EXTERNAL,
                    "Process "
                        + owner(home, SETTLEMENT)
                        + " settles "
                        + home.root()
                        + " already: wait for its end"));
  }

  /** The lock for running the home's schedules; empty while another process has it. */
  public static Optional<HomeLock> findSchedule(Home home) {
    return find(home, SCHEDULE);
  }

  /** Id of the process that runs the home's schedules, or ran them last; ? when none did. */
  public static String scheduler(Home home) {
    return owner(home, SCHEDULE);
  }

  private static Optional<HomeLock> find(Home home, String name) {
    home.create();
    try {
      FileChannel channel =
          FileChannel.open(
              home.run().resolve(name + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      Files.writeString(
          home.run().resolve(name + ".pid"),
          ProcessHandle.current().pid() + "\n",
          StandardCharsets.UTF_8);
      return Optional.of(new HomeLock(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock the home " + home.root(), e);
    }
  }

  private static String owner(Home home, String name) {
    Path file = home.run().resolve(name + ".pid");
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8).strip() : "?";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Taken by this very process, which only tests do.
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot free the home's lock", e);
    }
  }
}
