package org.citylake.cli.run;

import java.util.Map;
import java.util.Optional;

/** One step of the run graph. Doing it again after an interruption ends in the same state. */
public interface Step {
  /** Its name in the summary, in {@code seconds} and for {@code CITYLAKE_HALT_AFTER}. */
  String name();

  /** What it does, for people. */
  String title();

  /**
   * Does it.
   *
   * @return what it was for, for its row in {@code audit.run}; empty where there was nothing to do
   */
  Optional<Work> run(RunContext context);

  /**
   * What a step did: a function of its inputs, so that a step that was killed and done again tells
   * the same.
   *
   * @param fingerprint hash of what the step depends on
   * @param details what it made, for JSON
   */
  record Work(String fingerprint, Map<String, ?> details) {}
}
