package org.citylake.cli.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citylake.cli.engine.LogTail;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/**
 * A virtual environment of Python for one program: filled once, apart from whatever the machine's
 * Python has.
 *
 * @param program its name in messages
 * @param folder where it stands
 * @param log what everything that runs in it writes
 * @param variables of everything that runs in it
 */
public record PythonEnvironment(
    String program, Path folder, Path log, Map<String, String> variables) {
  /** Python's variables for the certificates of its HTTP client; they overrule Trino's own. */
  private static final Set<String> OVERRULING = Set.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

  private static final Duration INSTALL = Duration.ofMinutes(20);

  public PythonEnvironment {
    variables = Map.copyOf(variables);
  }

  /**
   * Installs what is not there yet; goes on where an earlier try was cut off.
   *
   * @param mark names what is installed; with another one it is done again
   * @param packages as {@code pip install} takes them
   * @param otherwise what else somebody without such a Python may do, a sentence; may be empty
   * @throws CityLakeException of kind EXTERNAL when there is no fitting Python, or a step fails;
   *     the message names the log
   */
  public void install(
      String mark,
      PythonRange range,
      List<String> packages,
      String otherwise,
      Consumer<String> told) {
    Path done = folder.resolve("installed-" + mark);
    if (Files.exists(done)) {
      return;
    }
    told.accept("Downloading what " + program + " needs (log: " + log + ")");
    String python =
        range
            .find()
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.EXTERNAL,
                        program
                            + " needs Python "
                            + range.text()
                            + " with venv, and none is on the PATH. Install one (Debian and Ubuntu:"
                            + " apt-get install python3 python3-venv). "
                            + otherwise));
    run(List.of(python, "-m", "venv", folder.toString()), INSTALL);
    // What a program imports is compiled then; most of what is installed is never imported.
    List<String> pip = new ArrayList<>(List.of(bin("pip"), "install", "--quiet", "--no-compile"));
    pip.addAll(packages);
    run(pip, INSTALL);
    try {
      Files.writeString(done, mark + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + done, e);
    }
  }

  /** A program that was installed. */
  public String bin(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /**
   * Runs a program to its end.
   *
   * @throws CityLakeException of kind EXTERNAL when it fails or takes longer
   */
  public void run(List<String> command, Duration limit) {
    Process process = start(command);
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        throw failed("took more than " + limit.toMinutes() + " minutes for " + command.get(0));
      }
      if (process.exitValue() != 0) {
        throw failed("ended with exit code " + process.exitValue() + " at " + command);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new CityLakeException(Kind.EXTERNAL, "Interrupted at " + command, e);
    }
  }

  /** Starts a program; what it writes goes to the log. */
  public Process start(List<String> command) {
    ProcessBuilder builder = builder(command);
    return start(builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
  }

  /** Starts a program whose errors go to the log and whose output is for the caller. */
  public Process startPiped(List<String> command) {
    return start(
        builder(command)
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())));
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    boolean installs = command.contains("install");
    builder.environment().keySet().removeIf(name -> !installs && OVERRULING.contains(name));
    builder.environment().putAll(variables);
    return builder.redirectErrorStream(true);
  }

  private Process start(ProcessBuilder builder) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return builder.start();
    } catch (IOException e) {
      throw new CityLakeException(
          Kind.EXTERNAL, "Cannot start " + builder.command().get(0) + ": " + e, e);
    }
  }

  /** What is thrown when a program in it failed. */
  public CityLakeException failed(String what) {
    return new CityLakeException(
        Kind.EXTERNAL, program + " " + what + "; its log is " + log + LogTail.lastErrors(log));
  }
}
