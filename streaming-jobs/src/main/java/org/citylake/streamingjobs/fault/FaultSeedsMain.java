package org.citylake.streamingjobs.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.json.Json;
import org.citylake.core.process.JobFile;
import org.citylake.core.process.ParentWatch;
import org.citylake.streamingjobs.delivery.DeclaredSource;

/**
 * Runs seeds one after the other and keeps each outcome, so that a run that was cut off goes on:
 * {@code --job job.json}.
 */
public final class FaultSeedsMain {
  /** One seed in so many is of a process that is killed. */
  static final int KILLED = 20;

  private FaultSeedsMain() {}

  /**
   * What is run.
   *
   * @param first the first seed
   * @param seeds how many
   * @param roots declaration folders, shipped first
   * @param work where seeds have their tables; the folder of one that failed stays
   * @param outcomes file with a line for each seed that is done
   * @param result where the result goes
   */
  record Job(
      @JsonProperty("first") long first,
      @JsonProperty("seeds") int seeds,
      @JsonProperty("declaration_roots") List<String> roots,
      @JsonProperty("work") String work,
      @JsonProperty("outcomes") String outcomes,
      @JsonProperty("result") String result) {}

  /**
   * What came of all.
   *
   * @param seeds how many were run
   * @param lost messages that are in no table
   * @param doubled rows that stand in one too often
   * @param wrong windows and counts that are not what they should be
   * @param seconds all together
   * @param killed how many of the seeds were processes that were killed
   * @param failed the outcomes that are not good
   */
  record Result(
      @JsonProperty("seeds") long seeds,
      @JsonProperty("lost") long lost,
      @JsonProperty("doubled") long doubled,
      @JsonProperty("wrong") long wrong,
      @JsonProperty("seconds") double seconds,
      @JsonProperty("killed") long killed,
      @JsonProperty("failed") List<SeedOutcome> failed) {}

  /** Ends with 0 when all were run, whatever came of them. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    Job job = JobFile.read(Path.of(args[1]), Job.class);
    System.setProperty(
        "citylake.log", Path.of(job.result()).resolveSibling("faults.log").toString());
    int code = 1;
    try {
      JobFile.write(Path.of(job.result()), run(job));
      code = 0;
    } catch (Exception e) {
      e.printStackTrace();
    } finally {
      Runtime.getRuntime().halt(code);
    }
  }

  private static Result run(Job job) throws Exception {
    Map<Long, SeedOutcome> done = done(Path.of(job.outcomes()));
    DeclaredSource source = new DeclaredSource(job.roots(), PlannedMessages.SOURCE);
    try (WarmCluster cluster = new WarmCluster()) {
      for (long seed = job.first(); seed < job.first() + job.seeds(); seed++) {
        if (!done.containsKey(seed)) {
          Path folder = Path.of(job.work()).resolve("seed-" + seed);
          remove(folder);
          Files.createDirectories(folder);
          SeedOutcome outcome =
              seed % KILLED == 0
                  ? new KilledSeed(seed, source, folder).run()
                  : new FaultSeed(seed, source, folder).run(cluster);
          done.put(seed, outcome);
          keep(Path.of(job.outcomes()), outcome);
          if (outcome.good()) {
            remove(folder);
          }
        }
        tell(done.get(seed));
      }
    }
    List<SeedOutcome> all =
        done.values().stream()
            .filter(o -> o.seed() >= job.first() && o.seed() < job.first() + job.seeds())
            .toList();
    return new Result(
        all.size(),
        all.stream().mapToLong(SeedOutcome::lost).sum(),
        all.stream().mapToLong(SeedOutcome::doubled).sum(),
        all.stream().mapToLong(SeedOutcome::wrong).sum(),
        Math.round(all.stream().mapToDouble(SeedOutcome::seconds).sum() * 100) / 100.0,
        all.stream().filter(o -> o.seed() % KILLED == 0).count(),
        all.stream().filter(o -> !o.good()).toList());
  }

  private static void tell(SeedOutcome outcome) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "progress seed %d: %d lost, %d doubled, %d wrong, %.1f s %s",
            outcome.seed(),
            outcome.lost(),
            outcome.doubled(),
            outcome.wrong(),
            outcome.seconds(),
            outcome.what()));
  }

  private static Map<Long, SeedOutcome> done(Path outcomes) throws IOException {
    Map<Long, SeedOutcome> done = new TreeMap<>();
    if (!Files.exists(outcomes)) {
      return done;
    }
    // The last line of a run that was cut off may be half a line: that seed runs again.
    List<String> whole =
        Files.readAllLines(outcomes, StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("{") && line.endsWith("}"))
            .toList();
    Files.write(outcomes, whole, StandardCharsets.UTF_8);
    for (String line : whole) {
      SeedOutcome outcome = Json.mapper().readValue(line, SeedOutcome.class);
      done.put(outcome.seed(), outcome);
    }
    return done;
  }

  private static void keep(Path outcomes, SeedOutcome outcome) throws IOException {
    Files.createDirectories(outcomes.getParent());
    Files.writeString(
        outcomes,
        Json.line(outcome) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
