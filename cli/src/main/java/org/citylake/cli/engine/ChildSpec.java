package org.citylake.cli.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a child process is started with.
 *
 * @param name for people and the summary, such as {@code spark}
 * @param javaHome the JDK that runs it
 * @param arguments everything behind {@code java}
 * @param environment variables besides the inherited ones; secrets go here
 * @param logFile where its output goes
 * @param directory in which it works
 * @param niceness how far it steps back behind other processes, as {@code nice} counts: 0 not at
 *     all, 19 the most
 */
public record ChildSpec(
    String name,
    Path javaHome,
    List<String> arguments,
    Map<String, String> environment,
    Path logFile,
    Optional<Path> directory,
    int niceness) {
  private static final Path NICE = Path.of("/usr/bin/nice");

  /** A child that works where this process does. */
  public ChildSpec(
      String name,
      Path javaHome,
      List<String> arguments,
      Map<String, String> environment,
      Path logFile) {
    this(name, javaHome, arguments, environment, logFile, Optional.empty(), 0);
  }

  public ChildSpec {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  List<String> commandLine() {
    List<String> command = new ArrayList<>();
    if (niceness > 0 && Files.isExecutable(NICE)) {
      // It becomes the child itself, so the process stays the same.
      command.addAll(List.of(NICE.toString(), "-n", Integer.toString(niceness)));
    }
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(arguments);
    return command;
  }
}
