package org.citylake.batchjobs.process;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Lines {@code progress TEXT} on standard output, which the command shows (ADR 0001). */
public final class Progress {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Progress() {}

  /** Prints one line. */
  public static void print(String text) {
    OUT.println("progress " + text);
  }
}
