package org.citylake.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.citylake.core.home.Home;
import org.citylake.core.process.JobFile;

/**
 * What a running command offers, in {@code run/services.json} of its home, so that reading commands
 * attach to it.
 *
 * @param pid the command's process
 * @param startedMillis when that process began, so that a reused pid is seen through
 * @param command the command's name
 * @param catalog address of the catalog
 * @param jdbc JDBC address of Trino, empty while it does not run
 * @param page address of the page, empty while it is not served
 */
public record Services(
    long pid, long startedMillis, String command, String catalog, String jdbc, String page) {
  /** Services of this process. */
  public static Services ofThisProcess(String command, String catalog, String jdbc, String page) {
    ProcessHandle self = ProcessHandle.current();
    return new Services(self.pid(), started(self), command, catalog, jdbc, page);
  }

  /** What runs on the home now, if anything. */
  public static Optional<Services> find(Home home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Services services = JobFile.read(file, Services.class);
    return ProcessHandle.of(services.pid)
        .filter(ProcessHandle::isAlive)
        .filter(p -> started(p) == services.startedMillis)
        .map(p -> services);
  }

  /** Tells others of these services. */
  public void announce(Home home) {
    JobFile.write(file(home), this);
  }

  /** Takes the announcement back. */
  public static void withdraw(Home home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file(home), e);
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("services.json");
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }
}
