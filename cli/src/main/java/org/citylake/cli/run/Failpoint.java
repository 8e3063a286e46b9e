package org.citylake.cli.run;

import java.util.Map;

/**
 * For tests of interruptions only: {@code CITYLAKE_HALT_AFTER=STEP} ends the JVM without any
 * clean-up after that step, as a kill would.
 */
final class Failpoint {
  private static final int KILLED = 137;

  private Failpoint() {}

  static void reached(Map<String, String> environment, String step) {
    if (step.equals(environment.get("CITYLAKE_HALT_AFTER"))) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
