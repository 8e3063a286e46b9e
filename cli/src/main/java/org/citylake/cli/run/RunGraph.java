package org.citylake.cli.run;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a run in the order of docs/adr/0003 and 0009.
 *
 * @param steps in order
 */
public record RunGraph(List<Step> steps) {
  private static final Logger LOG = LoggerFactory.getLogger(RunGraph.class);

  public RunGraph {
    steps = List.copyOf(steps);
  }

  /** The main job: deliveries in, a release out. */
  public static RunGraph standard() {
    return withSampleCity(0);
  }

  /**
   * The main job with a synthetic city for what has no public data.
   *
   * @param persons who live there; none makes the standard job
   */
  public static RunGraph withSampleCity(long persons) {
    List<Step> steps = new ArrayList<>();
    steps.add(new ApplyTables());
    steps.add(new LoadDeliveries());
    if (persons > 0) {
      steps.add(new LoadSampleCity(persons));
    }
    steps.add(new ReplayStreams());
    steps.add(new ComputeFigures());
    steps.add(new PublishRelease());
    steps.add(new WriteExports());
    return new RunGraph(steps);
  }

  /** Only what a single load needs before it. */
  public static RunGraph tablesOnly() {
    return new RunGraph(List.of(new ApplyTables()));
  }

  /** Runs every step; the first failure ends the run. */
  public void run(RunContext context) {
    RunLog log = new RunLog(context.live());
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      context.output().progress("[" + (i + 1) + "/" + steps.size() + "] " + step.title());
      long began = System.nanoTime();
      OffsetDateTime started = context.clock().instant().atOffset(ZoneOffset.UTC);
      Optional<Step.Work> work = step.run(context);
      double seconds = Math.round((System.nanoTime() - began) / 1e7) / 100.0;
      work.ifPresent(w -> log.write(context.runId(), step.name(), started, seconds, w));
      context.outcome().seconds().put(step.name(), seconds);
      LOG.info("Run {}: step {} took {} s", context.runId(), step.name(), seconds);
      Failpoint.reached(context.settings().environment(), step.name());
    }
  }
}
