package org.citylake.streamingjobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.process.JobFile;
import org.citylake.entities.air.AirQualityLimits;
import org.citylake.entities.air.IndividualAirQualityIndex;
import org.citylake.ingestion.record.RecordParser;
import org.citylake.ingestion.record.RecordReader;
import org.citylake.streamingjobs.airquality.DayAssessment;
import org.citylake.streamingjobs.delivery.ContractInterpreter;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.delivery.DeliveryExtent;
import org.citylake.streamingjobs.delivery.DeliveryFormat;
import org.citylake.streamingjobs.delivery.DeliveryLine;
import org.citylake.streamingjobs.delivery.InterpretLines;
import org.citylake.streamingjobs.delivery.LineInterpreter;
import org.citylake.streamingjobs.reading.SensorReadingJob;
import org.citylake.streamingjobs.reading.SensorReadingPipeline;
import org.citylake.streamingjobs.table.LakeTables;
import org.citylake.streamingjobs.tally.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replay from the archived file to checked branches. */
public final class SensorReadingReplay {
  private static final Logger LOG = LoggerFactory.getLogger(SensorReadingReplay.class);

  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(3);

  private final SensorReadingConfig config;
  private final LakeTables tables;
  private final Consumer<String> progress;
  private final Duration checkpointInterval;

  /** A replay that tells its progress in short sentences. */
  public SensorReadingReplay(
      SensorReadingConfig config, LakeTables tables, Consumer<String> progress) {
    this(config, tables, progress, ReplayEnvironment.CHECKPOINT_INTERVAL);
  }

  /** A replay that takes checkpoints so often. */
  SensorReadingReplay(
      SensorReadingConfig config,
      LakeTables tables,
      Consumer<String> progress,
      Duration checkpointInterval) {
    this.config = config;
    this.tables = tables;
    this.progress = progress;
    this.checkpointInterval = checkpointInterval;
  }

  /** Replays by the source's contract. */
  public SensorReadingResult run() throws Exception {
    return run(ContractInterpreter.of(config.declaredSource()));
  }

  /** Replays with another interpreter of the lines. */
  SensorReadingResult run(LineInterpreter.Factory interpreter) throws Exception {
    long start = System.nanoTime();
    DeclaredSource source = config.declaredSource();
    SourceDeclaration declaration = source.declaration();
    checkHeader(declaration);
    Path result = Path.of(config.result());
    Path counts = result.resolveSibling(result.getFileName() + ".counts");
    LOG.info("Replays {} of {} as load {}", config.file(), config.source(), config.loadId());
    SensorReadingJob job = replay(source, interpreter, result, counts);
    Map<String, Long> sums = sums(counts);
    job.check(sums);
    double seconds = (System.nanoTime() - start) / 1e9;
    SensorReadingResult done = result(sums, job.heads(), seconds);
    Files.deleteIfExists(counts);
    LOG.info("Replayed {} records, {} accepted, in {} s", done.arrived(), done.accepted(), seconds);
    progress.accept(done.arrived() + " records, " + done.accepted() + " accepted");
    return done;
  }

  /** Replays on branches that are made anew. */
  private SensorReadingJob replay(
      DeclaredSource source, LineInterpreter.Factory interpreter, Path result, Path counts)
      throws Exception {
    SourceDeclaration declaration = source.declaration();
    Files.deleteIfExists(counts);
    SensorReadingJob job = new SensorReadingJob(tables, config.branchName());
    job.branch();
    StreamExecutionEnvironment environment =
        ReplayEnvironment.local(
            config.tasks(), checkpoints(result), checkpointInterval, config.webPort());
    SensorReadingPipeline pipeline =
        new SensorReadingPipeline(
            config.described(declaration),
            interpreter,
            assessment(source),
            source.stream().lateness(),
            job.types());
    job.wire(
        environment,
        pipeline,
        lines(environment, source),
        () -> DeliveryExtent.of(Path.of(config.delivery()), declaration, interpreter.open()),
        counts.toUri().toString());
    progress.accept("replaying " + config.file());
    await(environment.executeAsync("sensor-readings " + config.loadId()));
    return job;
  }

  /** Waits for the end and says every few seconds how many records have been interpreted. */
  private void await(JobClient job) throws Exception {
    CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
    while (true) {
      try {
        end.get(PROGRESS_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        tellProgress(job);
      }
    }
  }

  private void tellProgress(JobClient job) throws InterruptedException {
    try {
      Object records =
          job.getAccumulators()
              .get(PROGRESS_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
              .get(InterpretLines.PROGRESS);
      if (records != null) {
        progress.accept(records + " records read");
      }
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The job ends at this moment, which the next look at it tells; a local cluster that is gone
      // refuses the call itself.
      LOG.debug("The job's counts cannot be read", e);
    }
  }

  private void checkHeader(SourceDeclaration declaration) {
    try (RecordReader reader =
        RecordReader.open(Path.of(config.delivery()), declaration.format())) {
      if (reader.hasNext()) {
        new RecordParser(declaration).checkHeader(reader.next(), config.file());
      }
    }
  }

  private DataStream<DeliveryLine> lines(
      StreamExecutionEnvironment environment, DeclaredSource source) {
    FileSource<DeliveryLine> files =
        FileSource.forRecordStreamFormat(
                new DeliveryFormat(source),
                new org.apache.flink.core.fs.Path(Path.of(config.delivery()).toUri()))
            .build();
    return environment
        .fromSource(
            files,
            WatermarkStrategy.noWatermarks(),
            "delivery",
            TypeInformation.of(DeliveryLine.class))
        .uid("delivery")
        .setParallelism(1);
  }

  private static DayAssessment assessment(DeclaredSource source) {
    DeclarationLibrary library = source.library();
    return new DayAssessment(
        AirQualityLimits.of(library.loadCodelist(AirQualityLimits.CODELIST)),
        IndividualAirQualityIndex.of(library.loadCodelist(IndividualAirQualityIndex.CODELIST)),
        source.stream().zone());
  }

  private Path checkpoints(Path result) {
    Path folder =
        config.checkpointDirectory() == null
            ? result.resolveSibling("checkpoints")
            : Path.of(config.checkpointDirectory());
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the checkpoint folder " + folder, e);
    }
  }

  private static Map<String, Long> sums(Path counts) {
    Map<String, Long> sums = new TreeMap<>();
    JobFile.read(counts)
        .properties()
        .forEach(entry -> sums.put(entry.getKey(), entry.getValue().longValue()));
    return sums;
  }

  private SensorReadingResult result(
      Map<String, Long> sums, Map<String, Long> heads, double seconds) {
    Map<String, Long> reasons = new TreeMap<>();
    sums.forEach(
        (name, count) -> {
          if (name.startsWith(Tally.REASON)) {
            reasons.put(name.substring(Tally.REASON.length()), count);
          }
        });
    long arrived = sums.getOrDefault(Tally.ARRIVED, 0L);
    return new SensorReadingResult(
        config.loadId(),
        arrived,
        sums.getOrDefault(Tally.ACCEPTED, 0L),
        sums.getOrDefault(Tally.QUARANTINED, 0L),
        sums.getOrDefault(Tally.DUPLICATE, 0L),
        sums.getOrDefault(Tally.MISSING, 0L),
        reasons,
        config.branchName(),
        heads,
        seconds,
        arrived / seconds);
  }
}
