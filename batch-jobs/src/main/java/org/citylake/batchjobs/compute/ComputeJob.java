package org.citylake.batchjobs.compute;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.BatchJob;
import org.citylake.batchjobs.compute.ComputeResult.EditionState;
import org.citylake.batchjobs.compute.ComputeResult.TableState;
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
import org.citylake.core.declaration.TableDeclaration;

/** Computes and publishes every table of the plan from pinned inputs. */
public final class ComputeJob {
  private final BatchJob job;
  private final DeclarationLibrary library;
  private final SparkSession session;
  private final Relations relations;
  private final TablePublisher publisher;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Map<String, TableState> tables = new LinkedHashMap<>();
  private final List<CheckResult> checks = new ArrayList<>();

  /** The job over a session that is connected to the live warehouse. */
  public ComputeJob(BatchJob job, DeclarationLibrary library, SparkSession session) {
    this.job = job;
    this.library = library;
    this.session = session;
    this.relations = new Relations(session, library);
    this.publisher = new TablePublisher(session, job.runId(), job.home());
  }

  /**
   * Runs it.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when a blocking check finds rows; the
   *     tables before it are published, it and those after it are as they were
   */
  public ComputeResult run() {
    job.inputs().forEach((name, id) -> relations.put(name, Snapshots.read(session, name, id), id));
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    boolean audited = false;
    FormerTables former = job.full() ? FormerTables.none() : FormerTables.of(session);
    // Ids go on from what they were even when everything is computed anew.
    EntityInputs entities = EntityInputs.of(session, job.home(), FormerTables.of(session));
    for (TableProducer producer : TablePlan.of(library, former, entities, job.codeVersion())) {
      TableDeclaration table = producer.table();
      if (table.namespace().equals("metric") && !audited) {
        // Their checks read the city's tables, and figures are computed from what passes them.
        timed("checks of streamed tables", this::auditInputs);
        audited = true;
      }
      Progress.print(table.fullName());
      timed(table.fullName(), () -> publish(producer));
    }
    return new ComputeResult(
        tables, checks, indicators(), editions(), seconds, new Warnings(library, relations).all());
  }

  private void publish(TableProducer producer) {
    String name = producer.table().fullName();
    Dataset<Row> rows = producer.rows(relations);
    if (!producer.account().isEmpty()) {
      Progress.print(name + ": " + producer.account());
    }
    Published published = publisher.publish(producer.table(), rows);
    checks.addAll(published.checks());
    tables.put(
        name,
        new TableState(
            published.count(),
            published.snapshot(),
            published.changed(),
            producer.inputs(),
            producer.account()));
    relations.put(name, published.rows(), published.snapshot());
  }

  /** Tables that streams wrote were judged record by record; their checks judge the whole. */
  private void auditInputs() {
    for (TableDeclaration table : library.tables()) {
      if (job.inputs().containsKey(table.fullName())) {
        checks.addAll(publisher.audit(table, relations));
      }
    }
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

  private void timed(String step, Runnable work) {
    long start = System.nanoTime();
    work.run();
    seconds.put(step, Math.round((System.nanoTime() - start) / 1e7) / 100.0);
  }
}
