package org.citylake.cli.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that something is measured on. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Processors, memory, Java; such as "2 cores (Intel Xeon), 24 GiB, OpenJDK 17.0.2". */
  static String text() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() >> 30
            : 0;
    return Runtime.getRuntime().availableProcessors()
        + " cores ("
        + processor()
        + "), "
        + memory
        + " GiB, "
        + System.getProperty("os.name")
        + ", Java "
        + Runtime.version();
  }

  /** What the system did in the last minute, in processors; negative where it does not tell. */
  static double load() {
    return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10)
        / 10.0;
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PROCESSORS, e);
    }
  }
}
