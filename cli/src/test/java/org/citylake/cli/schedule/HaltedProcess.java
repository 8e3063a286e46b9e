package org.citylake.cli.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citylake.cli.engine.JavaHome;
import org.citylake.cli.schedule.Schedules.Failure;
import org.citylake.cli.state.HomeLock;
import org.citylake.core.schedule.CatchUp;

/** A process that runs the schedules of a home and ends in the middle of a delivery. */
final class HaltedProcess {
  private HaltedProcess() {}

  /** Runs it; gives its exit code. */
  static int run(Path folder, Failure failure) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                JavaHome.current().path().resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HaltedProcess.class.getName(),
                folder.toString(),
                failure.name()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("halted.log").toFile())
        .start()
        .waitFor();
  }

  /** The process's own part. */
  public static void main(String[] args) throws IOException {
    try (Schedules schedules = new Schedules(Path.of(args[0]), CatchUp.LATEST);
        HomeLock lock = HomeLock.takeSchedule(schedules.home)) {
      schedules.round();
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.valueOf(args[1]);
      schedules.round();
    }
  }
}
