package org.citylake.cli.schedule;

import java.time.Clock;
import java.util.Random;
import org.citylake.cli.delivery.Delivery;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Settings;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.secret.Secrets;

/**
 * The scheduler of a home with what it holds: the lock that keeps others out, and the record.
 *
 * @param lock the lock
 * @param store the record
 * @param scheduler the scheduler
 */
public record HomeScheduler(HomeLock lock, ScheduleStore store, Scheduler scheduler)
    implements AutoCloseable {
  /** The scheduler of a home whose lock was taken; the lock is freed with it. */
  public static HomeScheduler of(HomeLock lock, Settings settings, DeclarationLibrary library) {
    ScheduleStore store;
    try {
      store = ScheduleStore.open(settings.home());
    } catch (CityLakeException e) {
      lock.close();
      throw e;
    }
    Secrets secrets = new Secrets(settings.environment());
    return new HomeScheduler(
        lock,
        store,
        new Scheduler(
            library.exports(),
            store,
            new LakePackages(settings.home(), library, settings.signatureSuite()),
            destination -> Delivery.to(destination, secrets),
            RetryRule.standard(new Random()),
            Clock.systemUTC()));
  }

  @Override
  public void close() {
    store.close();
    lock.close();
  }
}
