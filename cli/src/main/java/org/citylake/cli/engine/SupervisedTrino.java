package org.citylake.cli.engine;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A Trino that is started again on its port when its process ends by itself. It is so after a
 * second, and after twice as long each time it has ended soon, a minute at most. What is connected
 * stays so and asks again.
 */
public final class SupervisedTrino implements AutoCloseable {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** One that ran for so long has not ended soon. */
  private static final Duration STEADY = Duration.ofMinutes(10);

  private final Starter starter;
  private final Consumer<String> progress;
  private final Thread watch = new Thread(this::watch, "watch-trino");
  private TrinoServer running;
  private boolean closing;

  private SupervisedTrino(Starter starter, TrinoServer running, Consumer<String> progress) {
    this.starter = starter;
    this.running = running;
    this.progress = progress;
    watch.setDaemon(true);
  }

  /** Starts a Trino on a port. */
  public interface Starter {
    /**
     * Starts it and waits until it answers.
     *
     * @throws org.citylake.core.CityLakeException of kind EXTERNAL when it does not
     */
    TrinoServer start(SqlPort port);
  }

  /**
   * Starts Trino, and looks after it from then on.
   *
   * @param port that it takes, and keeps
   * @param progress told when it has ended and when it is there again
   * @throws org.citylake.core.CityLakeException of kind EXTERNAL when it does not start the first
   *     time
   */
  public static SupervisedTrino start(Starter starter, SqlPort port, Consumer<String> progress) {
    SupervisedTrino supervised = new SupervisedTrino(starter, starter.start(port), progress);
    supervised.watch.start();
    return supervised;
  }

  /** The one that runs, or ran last. */
  public synchronized TrinoServer server() {
    return running;
  }

  private void watch() {
    Duration pause = FIRST;
    long began = System.nanoTime();
    try {
      while (server().endsByItself()) {
        if (System.nanoTime() - began > STEADY.toNanos()) {
          pause = FIRST;
        }
        progress.accept("Trino has ended; it is started again in " + pause.toSeconds() + " s");
        Thread.sleep(pause.toMillis());
        began = System.nanoTime();
        again();
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
      }
    } catch (InterruptedException e) {
      // Whoever closes it takes care of the process.
      Thread.currentThread().interrupt();
    }
  }

  private void again() throws InterruptedException {
    try {
      TrinoServer started = starter.start(SqlPort.named(server().port()));
      if (!replace(started)) {
        started.close();
        throw new InterruptedException();
      }
      progress.accept("Trino is there again");
    } catch (RuntimeException e) {
      // Also a full disk ends one day: it is told, and tried again.
      progress.accept("Trino does not start: " + e.getMessage());
    }
  }

  private synchronized boolean replace(TrinoServer started) {
    if (!closing) {
      running = started;
    }
    return !closing;
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server().close();
  }
}
