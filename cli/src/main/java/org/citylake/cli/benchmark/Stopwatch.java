package org.citylake.cli.benchmark;

import java.lang.management.ManagementFactory;

/**
 * When something began: by the clock, and by what this process had used of the processors.
 *
 * @param nanos of {@link System#nanoTime()}
 * @param cpuNanos used by all threads; 0 where Java does not tell
 */
record Stopwatch(long nanos, long cpuNanos) {
  private static final double SECOND = 1e9;

  static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), cpu());
  }

  /** Seconds since then. */
  double seconds() {
    return (System.nanoTime() - nanos) / SECOND;
  }

  /** Seconds of processors since then, over all threads. */
  double cpuSeconds() {
    return (cpu() - cpuNanos) / SECOND;
  }

  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
