package org.citylake.batchjobs.compute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.BatchJob;
import org.citylake.batchjobs.compute.ComputeResult.EditionState;
import org.citylake.batchjobs.compute.ComputeResult.TableState;
import org.citylake.batchjobs.compute.StepSchedule.Step;
import org.citylake.batchjobs.entity.EntityInputs;
import org.citylake.batchjobs.index.IndexProducer;
import org.citylake.batchjobs.indicator.IndicatorProducer;
import org.citylake.batchjobs.process.Progress;
import org.citylake.batchjobs.publish.CheckResult;
import org.citylake.batchjobs.publish.TablePublisher;
import org.citylake.batchjobs.publish.TablePublisher.Published;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.Snapshots;
import org.citylake.core.declaration.DeclarationLibrary;
import org.jspecify.annotations.Nullable;

/** Computes and publishes every table of the plan from pinned inputs. */
public final class ComputeJob {
  private static final String AUDIT = "checks of streamed tables";

  private final BatchJob job;
  private final DeclarationLibrary library;
  private final SparkSession session;
  private final Relations relations;
  private final TablePublisher publisher;
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Double> seconds = new ConcurrentHashMap<>();

  /** The job over a session that is connected to the live warehouse. */
  public ComputeJob(BatchJob job, DeclarationLibrary library, SparkSession session) {
    this.job = job;
    this.library = library;
    this.session = session;
    this.relations = new Relations(session, library);
    this.publisher = new TablePublisher(session, job.runId(), job.home());
  }

  /**
   * What a step gave.
   *
   * @param state the table that it published; null of a step that publishes none
   */
  private record Outcome(@Nullable TableState state, List<CheckResult> checks) {}

  /**
   * Runs it, as many tables at a time as Spark has threads: most are small, and to plan them costs
   * more than to compute them.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when a blocking check finds rows; that
   *     table and those that read it are as they were, others may be published
   */
  public ComputeResult run() {
    job.inputs().forEach((name, id) -> relations.put(name, Snapshots.read(session, name, id), id));
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    FormerTables former = job.full() ? FormerTables.none() : FormerTables.of(session);
    // Ids go on from what they were even when everything is computed anew.
    EntityInputs entities = EntityInputs.of(session, job.home(), FormerTables.of(session));
    List<Step> steps = steps(TablePlan.of(library, former, entities, job.codeVersion()));
    StepSchedule.run(steps, session.sparkContext().defaultParallelism());
    return result(steps);
  }

  /** In the order of the plan, whichever step ended first. */
  private ComputeResult result(List<Step> steps) {
    Map<String, Double> times = new LinkedHashMap<>();
    Map<String, TableState> tables = new LinkedHashMap<>();
    List<CheckResult> checks = new ArrayList<>();
    for (Step step : steps) {
      Outcome outcome = Objects.requireNonNull(outcomes.get(step.name()));
      times.put(step.name(), seconds.getOrDefault(step.name(), 0.0));
      checks.addAll(outcome.checks());
      if (outcome.state() != null) {
        tables.put(step.name(), outcome.state());
      }
    }
    return new ComputeResult(
        tables, checks, indicators(), editions(), times, new Warnings(library, relations).all());
  }

  private List<Step> steps(List<TableProducer> producers) {
    Set<String> computed = new LinkedHashSet<>();
    List<Step> steps = new ArrayList<>();
    for (TableProducer producer : producers) {
      String name = producer.table().fullName();
      Set<String> after = new LinkedHashSet<>(producer.inputs());
      after.retainAll(computed);
      producer
          .shared()
          .forEach(
              (work, done) -> {
                if (computed.add(work)) {
                  steps.add(new Step(work, Set.of(), () -> timed(work, () -> shared(done))));
                }
                after.add(work);
              });
      if (producer.table().namespace().equals("metric")) {
        if (!computed.contains(AUDIT)) {
          // Their checks read the city's tables, and figures are computed from what passes them.
          steps.add(new Step(AUDIT, Set.copyOf(computed), () -> timed(AUDIT, this::auditInputs)));
          computed.add(AUDIT);
        }
        after.add(AUDIT);
      }
      steps.add(new Step(name, after, () -> timed(name, () -> publish(producer))));
      computed.add(name);
    }
    return steps;
  }

  private Outcome shared(Consumer<Relations> work) {
    work.accept(relations);
    return new Outcome(null, List.of());
  }

  private Outcome publish(TableProducer producer) {
    String name = producer.table().fullName();
    Progress.print(name);
    Dataset<Row> rows = producer.rows(relations);
    if (!producer.account().isEmpty()) {
      Progress.print(name + ": " + producer.account());
    }
    Published published = publisher.publish(producer.table(), rows);
    relations.put(name, published.rows(), published.snapshot());
    return new Outcome(
        new TableState(
            published.count(),
            published.snapshot(),
            published.changed(),
            producer.inputs(),
            producer.account()),
        published.checks());
  }

  /** Tables that streams wrote were judged record by record; their checks judge the whole. */
  private Outcome auditInputs() {
    return new Outcome(
        null,
        library.tables().stream()
            .filter(table -> job.inputs().containsKey(table.fullName()))
            .flatMap(table -> publisher.audit(table, relations).stream())
            .toList());
  }

  private long indicators() {
    return relations.has(IndicatorProducer.TABLE)
        ? relations
            .load(IndicatorProducer.TABLE)
            .where(col("value").isNotNull())
            .select("indicator_code")
            .distinct()
            .count()
        : 0;
  }

  private List<EditionState> editions() {
    if (!relations.has(IndexProducer.SCORES)) {
      return List.of();
    }
    List<Row> rows =
        relations
            .load(IndexProducer.SCORES)
            .where(col("level").equalTo(0))
            .groupBy("edition", "model")
            .agg(
                expr("count(DISTINCT unit) FILTER (WHERE score IS NOT NULL) AS units"),
                expr("count(DISTINCT time_period) FILTER (WHERE score IS NOT NULL) AS periods"),
                expr("avg(weight_imputed) FILTER (WHERE score IS NOT NULL) AS imputed"),
                expr("avg(weight_synthetic) FILTER (WHERE score IS NOT NULL) AS synthetic"))
            .sort("edition")
            .collectAsList();
    return rows.stream()
        .map(
            r ->
                new EditionState(
                    r.getAs("edition"),
                    r.getAs("model"),
                    r.getAs("units"),
                    r.getAs("periods"),
                    r.getAs("imputed"),
                    r.getAs("synthetic")))
        .toList();
  }

  private void timed(String step, Supplier<Outcome> work) {
    long start = System.nanoTime();
    outcomes.put(step, work.get());
    seconds.put(step, Math.round((System.nanoTime() - start) / 1e7) / 100.0);
  }
}
