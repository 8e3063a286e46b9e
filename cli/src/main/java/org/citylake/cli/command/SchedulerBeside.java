package org.citylake.cli.command;

import java.util.Optional;
import org.citylake.cli.schedule.HomeScheduler;
import org.citylake.cli.schedule.SchedulerLoop;
import org.citylake.cli.state.HomeLock;
import org.citylake.cli.state.Output;
import org.citylake.cli.state.Settings;
import org.citylake.core.declaration.DeclarationLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the schedules in a thread beside what serves, unless another process runs them. */
final class SchedulerBeside {
  private static final Logger LOG = LoggerFactory.getLogger(SchedulerBeside.class);

  private SchedulerBeside() {}

  static void start(Settings settings, DeclarationLibrary library, Output output) {
    Optional<HomeLock> lock = HomeLock.findSchedule(settings.home());
    if (lock.isEmpty()) {
      output.progress(
          "Schedules are run by process " + HomeLock.scheduler(settings.home()) + " already");
      return;
    }
    Thread thread =
        new Thread(() -> run(HomeScheduler.of(lock.get(), settings, library), output), "schedule");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (t, e) -> {
          LOG.error("The scheduler ended", e);
          output.progress(
              "Warning: the schedules are not run any more: "
                  + e.getMessage()
                  + "; serving goes on. Run ./citylake schedule run, or serve again");
        });
    thread.start();
    output.progress("Running the schedules");
  }

  private static void run(HomeScheduler home, Output output) {
    try (home) {
      new SchedulerLoop(home.scheduler(), round -> ScheduleCommand.tell(round, output)).run();
    } catch (InterruptedException e) {
      // The process ends; what was under way is recorded.
      Thread.currentThread().interrupt();
    }
  }
}
