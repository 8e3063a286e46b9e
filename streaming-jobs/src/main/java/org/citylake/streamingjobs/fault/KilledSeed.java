package org.citylake.streamingjobs.fault;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.citylake.core.process.JobFile;
import org.citylake.streamingjobs.delivery.DeclaredSource;

/**
 * A seed whose stream is a process of its own, which is killed at any moment and started again:
 * each time with the faults of its plan beside.
 */
final class KilledSeed {
  private static final int KILLS = 2;
  private static final long SOONEST = 2_500;
  private static final int SPREAD = 3_500;
  private static final long LONGEST = 120;

  private final long seed;
  private final DeclaredSource source;
  private final Path folder;

  KilledSeed(long seed, DeclaredSource source, Path folder) {
    this.seed = seed;
    this.source = source;
    this.folder = folder;
  }

  /** Runs and kills it. */
  SeedOutcome run() throws Exception {
    long start = System.nanoTime();
    FaultSeed stream = new FaultSeed(seed, source, folder);
    Random random = new Random(seed);
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start();
      if (!process.waitFor(SOONEST + random.nextInt(SPREAD), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        killed++;
      }
    }
    Process last = start();
    boolean ended = last.waitFor(LONGEST, TimeUnit.SECONDS);
    last.destroyForcibly().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    return ended && last.exitValue() == 0
        ? stream.judge(seconds, "killed " + killed + " times ")
        : stream.endless(seconds);
  }

  private Process start() throws IOException {
    Path job = folder.resolve("job.json");
    JobFile.write(job, new FaultStreamMain.Job(seed, source.roots(), folder.toString()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      // An agent of a test must not write into the same file from two processes.
      if (!argument.startsWith("-javaagent") && !argument.startsWith("-agentlib")) {
        command.add(argument);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FaultStreamMain.class.getName());
    command.add(job.toString());
    Files.createDirectories(folder);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("stream.log").toFile()))
        .start();
  }
}
