package org.citylake.streamingjobs.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.flink.CatalogLoader;
import org.apache.iceberg.flink.TableLoader;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.LiveEnvironment;
import org.citylake.streamingjobs.live.LiveMaintenance;
import org.citylake.streamingjobs.live.LivePipeline;
import org.citylake.streamingjobs.live.LiveSinks;
import org.citylake.streamingjobs.live.LiveTable;
import org.citylake.streamingjobs.live.NewestCheckpoint;
import org.citylake.streamingjobs.live.RollBack;
import org.citylake.streamingjobs.live.event.EventTimes;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.table.LakeTables;

/** One seed: a stream into a lakehouse of its own, its faults, and what the tables hold then. */
final class FaultSeed {
  private static final int MESSAGES = 3_000;
  private static final int A_SECOND = 2_500;
  private static final Duration CHECKPOINT = Duration.ofMillis(80);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int RESTARTS = 100;
  private static final Duration MAINTENANCE = Duration.ofMillis(150);

  /** So small that every seed has files rewritten while it writes. */
  private static final LiveMaintenance.Limits SMALL =
      new LiveMaintenance.Limits(4, 1 << 20, Duration.ofSeconds(2), 40);

  private final long seed;
  private final DeclaredSource source;
  private final Path folder;
  private final FaultPlan plan;
  private final PlannedMessages messages;
  private final String name;
  private final CatalogLoader catalogs;
  private final StringBuilder happened = new StringBuilder();

  /**
   * A seed.
   *
   * @param source {@link PlannedMessages#SOURCE} as declared
   * @param folder empty, for its tables and checkpoints
   */
  FaultSeed(long seed, DeclaredSource source, Path folder) {
    this.seed = seed;
    this.source = source;
    this.folder = folder;
    this.plan = FaultPlan.of(seed);
    this.messages = new PlannedMessages(seed, MESSAGES);
    this.name = "seed " + seed + " " + folder;
    this.catalogs =
        CatalogLoader.hadoop(
            "lake",
            new org.apache.hadoop.conf.Configuration(),
            Map.of("warehouse", folder.resolve("warehouse").toUri().toString()));
  }

  /** Runs it. */
  SeedOutcome run(WarmCluster cluster) throws Exception {
    long start = System.nanoTime();
    createTables();
    FailingTasks.plan(name, plan.taskFailures(), plan.cutCheckpoints());
    try (LakeTables tables = new LakeTables(catalogs)) {
      LiveSinks sinks = LiveSinks.of(tables, this::faulty);
      boolean ended;
      List<String> told = new CopyOnWriteArrayList<>();
      try (LiveMaintenance maintenance = new LiveMaintenance(tables, SMALL, told::add)) {
        maintenance.start(MAINTENANCE);
        ended = live(cluster, tables, sinks);
      }
      happened.append(told.size()).append(" turns of maintenance ");
      double seconds = (System.nanoTime() - start) / 1e9;
      return ended ? judge(tables, seconds, happened.toString()) : endless(seconds);
    }
  }

  /** Goes on from the newest checkpoint, or begins, and waits for the end. */
  void resume(WarmCluster cluster) throws Exception {
    Optional<Path> from = newest();
    if (from.isEmpty()) {
      createTables();
    }
    FailingTasks.plan(name, plan.taskFailures(), plan.cutCheckpoints());
    try (LakeTables tables = new LakeTables(catalogs)) {
      LiveSinks sinks = LiveSinks.of(tables, this::faulty);
      if (!await(cluster, cluster.submit(graph(sinks, plan.parallelism(), from)))) {
        throw new IllegalStateException(name + " came to no end: " + happened);
      }
    }
  }

  /** Holds the tables against what was sent. */
  SeedOutcome judge(double seconds, String what) throws Exception {
    try (LakeTables tables = new LakeTables(catalogs)) {
      return judge(tables, seconds, what);
    }
  }

  private SeedOutcome judge(LakeTables tables, double seconds, String what) throws Exception {
    return new SeedOracle(tables, messages, source.stream().live().orElseThrow())
        .judge(seed, seconds, what);
  }

  /** A stream that came to no end counts as one that lost everything. */
  SeedOutcome endless(double seconds) {
    return new SeedOutcome(seed, messages.count(), 0, 0, seconds, happened + "no end");
  }

  private Optional<Path> newest() {
    return NewestCheckpoint.in(List.of(checkpoints(), savepoints())).map(NewestCheckpoint::path);
  }

  private boolean live(WarmCluster cluster, LakeTables tables, LiveSinks sinks) throws Exception {
    JobID job = cluster.submit(graph(sinks, plan.parallelism(), Optional.empty()));
    for (FaultPlan.Blow blow : plan.blows()) {
      Optional<String> end = cluster.finished(job, Duration.ofMillis(blow.after()));
      if (end.isPresent()) {
        break;
      }
      happened.append(blow.kind()).append(' ');
      switch (blow.kind()) {
        case TASK_MANAGER -> cluster.replaceTaskManager();
        case JOB_MANAGER -> cluster.replaceJobManager(job);
        case RESCALE -> {
          Optional<Path> savepoint = cluster.savepoint(job, savepoints(), true);
          if (savepoint.isEmpty() && cluster.status(job) == JobStatus.FAILED) {
            // It failed while it stopped; the savepoint may be whole all the same.
            savepoint = newest();
          }
          if (savepoint.isPresent()) {
            job = cluster.submit(graph(sinks, blow.parallelism(), savepoint));
          }
        }
        case CANCEL -> {
          cluster.cancel(job);
          job = cluster.submit(graph(sinks, blow.parallelism(), newest()));
        }
        case ROLL_BACK -> {
          Optional<Path> savepoint = cluster.savepoint(job, savepoints(), false);
          if (savepoint.isPresent()) {
            cluster.finished(job, Duration.ofMillis(blow.after()));
            cluster.cancel(job);
            long number = NewestCheckpoint.number(savepoint.get()).orElseThrow();
            RollBack.to(tables, number);
            NewestCheckpoint.forgetAfter(number, List.of(checkpoints(), savepoints()));
            job = cluster.submit(graph(sinks, blow.parallelism(), savepoint));
          }
        }
      }
    }
    return await(cluster, job);
  }

  private Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  private Path savepoints() {
    return folder.resolve("savepoints");
  }

  private boolean await(WarmCluster cluster, JobID job) throws Exception {
    Optional<String> end = cluster.finished(job, LONGEST);
    if (end.isEmpty()) {
      cluster.cancel(job);
    }
    end.ifPresent(happened::append);
    return end.filter(String::isEmpty).isPresent();
  }

  private FaultyTables faulty(LiveTable table) {
    String faults = name + " " + table;
    FaultyFiles.plan(faults, plan.diskStops().getOrDefault(table, 0));
    return new FaultyTables(
        TableLoader.fromCatalog(catalogs, TableIdentifier.parse(table.fullName())),
        faults,
        plan.commits().getOrDefault(table, List.of()));
  }

  private StreamGraph graph(LiveSinks sinks, int parallelism, Optional<Path> from) {
    Configuration configuration = LiveEnvironment.configuration(checkpoints(), RESTARTS, from);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
    environment.setParallelism(parallelism);
    environment.setMaxParallelism(8);
    environment.enableCheckpointing(CHECKPOINT.toMillis(), CheckpointingMode.EXACTLY_ONCE);
    LivePipeline pipeline = new LivePipeline(sinks);
    pipeline.add(
        source,
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new PlannedSource(source, messages),
                    messages.count(),
                    RateLimiterStrategy.perSecond(A_SECOND),
                    Interpreted.TYPE),
                EventTimes.of(source.stream().live().orElseThrow()),
                "planned messages")
            .uid("messages")
            .map(new FailingTasks(name, seed))
            .returns(Interpreted.TYPE)
            .uid("failing"));
    pipeline.end();
    return environment.getStreamGraph();
  }

  private void createTables() throws Exception {
    Files.createDirectories(checkpoints());
    Files.createDirectories(savepoints());
    EmptyLake.create(catalogs, source.library());
  }
}
