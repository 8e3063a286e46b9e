package org.citylake.cli.mainjob;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.citylake.cli.engine.JavaHome;

/** The JDK 25 that SQL needs. */
public final class SqlJava {
  private SqlJava() {}

  /** Leaves a test out where there is none, but not where a build server has to run it. */
  public static JavaHome require() {
    Optional<JavaHome> java = JavaHome.findForTrino(System.getenv());
    if (java.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(JavaHome.INSTALL_25);
    }
    assumeTrue(java.isPresent(), JavaHome.INSTALL_25);
    return java.orElseThrow();
  }
}
