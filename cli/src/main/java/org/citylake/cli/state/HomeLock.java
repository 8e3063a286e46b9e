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
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.home.Home;
import org.jspecify.annotations.Nullable;

/** Lets one writing command at a time into a home. The system frees it when the process ends. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock or fails at once.
   *
   * @throws CityLakeException of kind EXTERNAL that names the process that has it
   */
  public static HomeLock take(Home home) {
    home.create();
    Path file = home.run().resolve("home.lock");
    Path owner = home.run().resolve("home.pid");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        String pid =
            Files.exists(owner) ? Files.readString(owner, StandardCharsets.UTF_8).strip() : "?";
        throw new CityLakeException(
            Kind.EXTERNAL,
            "Cannot use the home "
                + home.root()
                + ": process "
                + pid
                + " is writing to it; wait for its end, stop it, or take another --home");
      }
      Files.writeString(owner, ProcessHandle.current().pid() + "\n", StandardCharsets.UTF_8);
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock the home " + home.root(), e);
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
