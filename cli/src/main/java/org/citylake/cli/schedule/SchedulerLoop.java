package org.citylake.cli.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Rounds of the scheduler, one after the other, until it is stopped. A round that is under way is
 * ended before.
 */
public final class SchedulerLoop {
  /** From round to round; cron counts in minutes. */
  public static final Duration PERIOD = Duration.ofSeconds(20);

  private final Scheduler scheduler;
  private final Consumer<Round> tell;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Rounds of that scheduler; each is told. */
  public SchedulerLoop(Scheduler scheduler, Consumer<Round> tell) {
    this.scheduler = scheduler;
    this.tell = tell;
  }

  /** Runs rounds until {@link #stop} or an interruption. */
  public void run() throws InterruptedException {
    do {
      tell.accept(scheduler.round());
    } while (!stopped.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Lets no further round begin. */
  public void stop() {
    stopped.countDown();
  }
}
