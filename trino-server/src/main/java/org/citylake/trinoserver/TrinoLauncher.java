package org.citylake.trinoserver;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * Starts Trino in this JVM (Java 25) from the class path that {@code trino-server/engine} gathered.
 *
 * <p>Trino is called by reflection, because its classes are of a newer class file version than this
 * module is compiled for. Argument: Trino's version. System properties: Trino's own, {@code config}
 * above all.
 */
public final class TrinoLauncher {
  /** How long an orderly end may take. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private TrinoLauncher() {}

  /** Starts the server and ends with the parent process. */
  public static void main(String[] args) throws ReflectiveOperationException {
    if (args.length != 1) {
      throw new IllegalArgumentException("expected one argument, Trino's version");
    }
    watchParent();
    Class<?> server = Class.forName("io.trino.server.Server");
    try {
      server
          .getMethod("start", String.class)
          .invoke(server.getDeclaredConstructor().newInstance(), args[0]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Trino did not start", e.getCause());
    }
  }

  /**
   * The parent holds the other end of standard input. Its end means that nobody waits any more:
   * this process ends at once. One byte asks for the orderly end, in which the JVM still writes an
   * AOT cache.
   */
  private static void watchParent() {
    Thread watch =
        new Thread(
            () -> {
              if (readByte() >= 0) {
                haltAfter(GRACE);
                System.exit(0);
              }
              Runtime.getRuntime().halt(143);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static int readByte() {
    try {
      return System.in.read();
    } catch (IOException e) {
      // A broken pipe is the same news as its end.
      return -1;
    }
  }

  private static void haltAfter(Duration time) {
    Thread limit =
        new Thread(
            () -> {
              try {
                Thread.sleep(time.toMillis());
              } catch (InterruptedException e) {
                // Whoever interrupts wants an end at once.
              }
              Runtime.getRuntime().halt(143);
            },
            "end-limit");
    limit.setDaemon(true);
    limit.start();
  }
}
