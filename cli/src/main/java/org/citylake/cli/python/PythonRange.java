package org.citylake.cli.python;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which Pythons a program takes.
 *
 * @param lowest smallest minor version, such as 10 for 3.10
 * @param highest largest minor version
 */
public record PythonRange(int lowest, int highest) {
  /** A program on the PATH of one of these versions that can make virtual environments. */
  public Optional<String> find() {
    Stream<String> named =
        IntStream.rangeClosed(0, highest - lowest).mapToObj(i -> "python3." + (highest - i));
    // The machine's own first: its packages are the ones that are kept up to date.
    return Stream.concat(Stream.of("python3"), named).filter(this::fits).findFirst();
  }

  /** The range as people write it, such as {@code 3.10 to 3.12}. */
  public String text() {
    return List.of(lowest, highest).stream()
        .distinct()
        .map(minor -> "3." + minor)
        .collect(Collectors.joining(" to "));
  }

  private boolean fits(String python) {
    String question =
        "import sys, venv, ensurepip; sys.exit(not (3, %d) <= sys.version_info[:2] <= (3, %d))"
            .formatted(lowest, highest);
    try {
      return new ProcessBuilder(python, "-c", question)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // There is no such program.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
