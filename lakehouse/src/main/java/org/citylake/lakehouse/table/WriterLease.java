package org.citylake.lakehouse.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one table of a home; one holder at a time, over all processes of the machine.
 * A holder that dies loses it at once, because the operating system holds the lock.
 */
public final class WriterLease implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 50;

  private final FileChannel channel;
  private final FileLock lock;

  private WriterLease(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lease, waiting up to 10 seconds.
   *
   * @throws CityLakeException of kind EXTERNAL that names the holder when it stays taken
   */
  public static WriterLease take(Home home, String fullName) {
    return take(home, fullName, PATIENCE);
  }

  static WriterLease take(Home home, String fullName, Duration patience) {
    Path folder = home.run().resolve("leases");
    Path holder = folder.resolve(fullName + ".holder");
    long end = System.nanoTime() + patience.toNanos();
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(fullName + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      while (lock == null && System.nanoTime() < end) {
        Thread.sleep(PAUSE_MILLIS);
        lock = tryLock(channel);
      }
      if (lock == null) {
        channel.close();
        throw new CityLakeException(
            Kind.EXTERNAL,
            "Cannot write table "
                + fullName
                + ": "
                + describe(holder)
                + " is writing it; wait until it ends, or end it");
      }
      Files.writeString(
          holder,
          "process "
              + ProcessHandle.current().pid()
              + " (thread "
              + Thread.currentThread().getName()
              + ")",
          StandardCharsets.UTF_8);
      return new WriterLease(channel, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot take the lease of " + fullName + " in " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CityLakeException(
          Kind.EXTERNAL, "Interrupted while waiting to write table " + fullName, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds it.
      return null;
    }
  }

  private static String describe(Path holder) throws IOException {
    return Files.exists(holder)
        ? Files.readString(holder, StandardCharsets.UTF_8)
        : "another process";
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give back a writer's lease", e);
    }
  }
}
