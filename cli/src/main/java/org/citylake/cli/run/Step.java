package org.citylake.cli.run;

/** One step of the run graph. Doing it again after an interruption ends in the same state. */
public interface Step {
  /** Its name in the summary, in {@code seconds} and for {@code CITYLAKE_HALT_AFTER}. */
  String name();

  /** What it does, for people. */
  String title();

  /** Does it. */
  void run(RunContext context);
}
