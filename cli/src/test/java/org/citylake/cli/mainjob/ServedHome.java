package org.citylake.cli.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.citylake.cli.state.Services;
import org.citylake.core.home.Home;

/**
 * A home that {@code serve} serves in a JVM of its own.
 *
 * @param home the home
 * @param process the command
 */
record ServedHome(Home home, Process process) implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * Starts it and waits until it is announced.
   *
   * @param folder for what it says
   */
  static ServedHome start(Home home, Path folder) throws Exception {
    Path err = folder.resolve("serve.err");
    ServedHome served = new ServedHome(home, CommandRun.start(home, Map.of(), err, "serve"));
    long end = System.nanoTime() + LIMIT.toNanos();
    while (Services.find(home).isEmpty()) {
      assertThat(served.process.isAlive()).as("%s", Files.readString(err)).isTrue();
      assertThat(System.nanoTime()).as("%s", Files.readString(err)).isLessThan(end);
      Thread.sleep(200);
    }
    return served;
  }

  /** What it offers. */
  Services services() {
    Optional<Services> found = Services.find(home);
    return found.orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
