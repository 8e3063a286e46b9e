package org.citylake.cli.command;

import picocli.CommandLine.Option;

/** The option {@code --full} of the commands that run the main job. */
final class FullComputation {
  @Option(
      names = "--full",
      description =
          "Compute everything again, even indicators of which nothing changed (they keep their"
              + " values otherwise).")
  private boolean full;

  /** Whether it was given. */
  boolean asked() {
    return full;
  }
}
