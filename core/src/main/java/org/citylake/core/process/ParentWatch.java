package org.citylake.core.process;

import java.io.IOException;

/**
 * Ends this process when its parent goes away, however it goes: the parent holds the other end of
 * standard input and never writes to it, so the end of input means that nobody waits any more.
 */
public final class ParentWatch {
  private ParentWatch() {}

  /** Starts the watch on a daemon thread. */
  public static void start() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // The parent never writes; whatever comes is passed over.
                }
              } catch (IOException e) {
                // A broken pipe is the same news as its end.
              }
              Runtime.getRuntime().halt(143);
            },
            "parent-watch");
    thread.setDaemon(true);
    thread.start();
  }
}
