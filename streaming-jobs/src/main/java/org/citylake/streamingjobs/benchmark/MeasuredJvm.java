package org.citylake.streamingjobs.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;

/** A child JVM with this one's class path and flags, whose peak memory is watched. */
final class MeasuredJvm {
  /**
   * What a process took.
   *
   * @param peakMib resident memory, 0 where the system does not tell
   * @param cpuSeconds on all cores, the JVM's start with it; tells more than the clock where others
   *     use the machine too
   */
  record Usage(long peakMib, double cpuSeconds) {}

  private MeasuredJvm() {}

  /**
   * Runs a job to its end.
   *
   * @param flags the module's flags as a Java argument file
   * @param heap the flag that bounds the heap
   * @throws CityLakeException of kind EXTERNAL when it fails
   */
  static Usage run(Class<?> main, Path flags, String heap, Path job, Path log)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.add("@" + flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.add("--job");
    command.add(job.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      peak = Math.max(peak, peakKib(process.pid()));
    }
    if (process.exitValue() != 0) {
      throw new CityLakeException(
          Kind.EXTERNAL,
          main.getSimpleName() + " ended with exit code " + process.exitValue() + "; see " + log);
    }
    return new Usage(peak / 1024, cpu.toMillis() / 1000.0);
  }

  private static long peakKib(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // The process has just ended, or the system has no /proc.
      return 0;
    }
  }
}
