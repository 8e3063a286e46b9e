package org.citylake.cli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.citylake.core.home.Home;

/**
 * Lets one package at a time be written in a home: a run, an export by hand and the scheduler may
 * want the same one at once. Who comes later waits.
 */
final class ExportLock implements AutoCloseable {
  /** Locks of files are of the process; its threads need one of their own. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;
  private final FileLock lock;

  private ExportLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static ExportLock await(Home home) {
    home.create();
    THREADS.lock();
    try {
      FileChannel channel =
          FileChannel.open(
              home.run().resolve("export.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return new ExportLock(channel, channel.lock());
    } catch (IOException e) {
      THREADS.unlock();
      throw new UncheckedIOException("Cannot lock the exports of " + home.root(), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot free the lock of the exports", e);
    } finally {
      THREADS.unlock();
    }
  }
}
