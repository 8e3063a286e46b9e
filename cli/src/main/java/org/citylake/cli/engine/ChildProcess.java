package org.citylake.cli.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child JVM. It lives no longer than this process: it holds the other end of a pipe and ends when
 * that closes, which the system does even where this process is killed.
 *
 * <p>Lines {@code progress TEXT} of its standard output are handed on, everything else goes to its
 * log file.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
  private static final Set<ChildProcess> RUNNING = ConcurrentHashMap.newKeySet();
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(ChildProcess::close), "end-child-processes"));
  }

  private final ChildSpec spec;
  private final Process process;
  private final Thread relay;
  private final PeakMemory memory;

  /** Whether its end was asked for. */
  private volatile boolean ending;

  private ChildProcess(ChildSpec spec, Process process, Consumer<String> progress) {
    this.spec = spec;
    this.process = process;
    this.memory = PeakMemory.watch(process);
    this.relay = new Thread(() -> relay(progress), spec.name() + "-output");
    relay.setDaemon(true);
    relay.start();
  }

  /**
   * Starts a child.
   *
   * @param progress told each progress text
   * @throws CityLakeException of kind EXTERNAL when the JVM cannot be started
   */
  public static ChildProcess start(ChildSpec spec, Consumer<String> progress) {
    ProcessBuilder builder = new ProcessBuilder(spec.commandLine());
    builder.environment().putAll(spec.environment());
    spec.directory().ifPresent(directory -> builder.directory(directory.toFile()));
    try {
      Files.createDirectories(spec.logFile().toAbsolutePath().getParent());
      builder.redirectError(ProcessBuilder.Redirect.appendTo(spec.logFile().toFile()));
      ChildProcess child = new ChildProcess(spec, builder.start(), progress);
      RUNNING.add(child);
      LOG.info("Started {} as process {}, log {}", spec.name(), child.pid(), spec.logFile());
      return child;
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot start " + spec.name() + " with " + spec.javaHome(), e);
    }
  }

  /** The system's number of the process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Waits for its end; whether nobody here asked for it. */
  boolean endsByItself() throws InterruptedException {
    process.waitFor();
    return !ending;
  }

  /** The most memory it has held so far, in bytes; 0 where the system does not tell. */
  public long peakMemoryBytes() {
    return memory.bytes();
  }

  /**
   * Waits for its end.
   *
   * @throws CityLakeException when its exit code is not 0; the message names the log file and
   *     repeats the last errors in it
   */
  public void awaitSuccess() {
    int code = await();
    if (code != 0) {
      throw failure("ended with exit code " + code);
    }
  }

  /** A failure of this child, with its log file and the last errors in it. */
  public CityLakeException failure(String what) {
    return new CityLakeException(
        Kind.EXTERNAL,
        spec.name()
            + " "
            + what
            + "; its log is "
            + spec.logFile()
            + LogTail.lastErrors(spec.logFile()));
  }

  private int await() {
    try {
      int code = process.waitFor();
      relay.join(END_LIMIT.toMillis());
      RUNNING.remove(this);
      return code;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted while waiting for " + spec.name(), e);
    }
  }

  /**
   * Asks for an orderly end by one byte on its standard input, and waits for it; for children that
   * listen for it.
   */
  void endOrderly(Duration limit) {
    ending = true;
    try {
      OutputStream input = process.getOutputStream();
      input.write('q');
      input.flush();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} did not end within {}", spec.name(), limit);
      }
    } catch (IOException e) {
      LOG.info("{} has ended already", spec.name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  /** Ends the child as a failing machine would, without a word. */
  public void kill() throws InterruptedException {
    ending = true;
    RUNNING.remove(this);
    process.destroyForcibly().waitFor();
  }

  /** Ends the child: its standard input closes, then it is terminated, then killed. */
  @Override
  public void close() {
    ending = true;
    RUNNING.remove(this);
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.info("The pipe to {} was closed already", spec.name());
    }
    try {
      if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void relay(Consumer<String> progress) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter log =
            Files.newBufferedWriter(
                spec.logFile(),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("progress ")) {
          progress.accept(line.substring("progress ".length()));
        }
        log.write(line);
        log.newLine();
        log.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot pass on the output of " + spec.name(), e);
    }
  }
}
