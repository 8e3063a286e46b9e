package org.citylake.cli.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that a process has held: {@code VmHWM} of {@code /proc/PID/status} (proc(5)),
 * read while it runs, because it goes with the process.
 */
final class PeakMemory {
  private static final long INTERVAL_MILLIS = 200;

  private final AtomicLong bytes = new AtomicLong();

  private PeakMemory() {}

  static PeakMemory watch(Process process) {
    PeakMemory memory = new PeakMemory();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (Files.exists(status)) {
      Thread watch = new Thread(() -> memory.follow(process, status), "memory-" + process.pid());
      watch.setDaemon(true);
      watch.start();
    }
    return memory;
  }

  long bytes() {
    return bytes.get();
  }

  private void follow(Process process, Path status) {
    try {
      while (process.isAlive()) {
        read(status);
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (IOException e) {
      // The process has just ended; what was read last counts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Path status) throws IOException {
    for (String line : Files.readAllLines(status, StandardCharsets.UTF_8)) {
      if (line.startsWith("VmHWM:")) {
        String kibibytes = line.substring("VmHWM:".length()).replace("kB", "").strip();
        long value = Long.parseLong(kibibytes) * 1024;
        bytes.accumulateAndGet(value, Math::max);
      }
    }
  }
}
