package org.citylake.batchjobs.rebuild;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.citylake.batchjobs.BatchJob;
import org.citylake.batchjobs.compute.DeclaredIndicators;
import org.citylake.batchjobs.compute.TablePlan;
import org.citylake.batchjobs.compute.TableProducer;
import org.citylake.batchjobs.process.Progress;
import org.citylake.batchjobs.publish.TableComparison;
import org.citylake.batchjobs.publish.TableComparison.Difference;
import org.citylake.batchjobs.rebuild.RebuildResult.TableResult;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.Snapshots;
import org.citylake.core.contract.ContractProperty;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * Computes a release again from the snapshots of its inputs and its stored declarations, and holds
 * every table against what the release has. Nothing is written.
 */
public final class RebuildJob {
  /** Columns that say who computed from where; they are not figures. */
  static final Set<String> NOT_COMPARED = Set.of("code_version", "input_snapshots");

  private static final int MOST = 20;

  private final BatchJob job;
  private final DeclarationLibrary library;
  private final SparkSession session;
  private final Relations relations;

  /** The job over a session that is connected to the live warehouse. */
  public RebuildJob(BatchJob job, DeclarationLibrary library, SparkSession session) {
    this.job = job;
    this.library = library;
    this.session = session;
    this.relations = new Relations(session);
  }

  /** Runs it. */
  public RebuildResult run() {
    job.inputs().forEach((name, id) -> relations.put(name, Snapshots.read(session, name, id), id));
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    List<TableResult> results = new ArrayList<>();
    boolean codeChanged = false;
    for (TableProducer producer : TablePlan.of(library, job.codeVersion())) {
      String name = producer.table().fullName();
      Long snapshot = job.releaseTables().get(name);
      if (snapshot != null) {
        Progress.print(name);
        Dataset<Row> was = Snapshots.read(session, name, snapshot);
        results.add(compare(producer, was, snapshot));
        codeChanged |= codeChanged(was);
      }
    }
    Set<String> compared = results.stream().map(TableResult::table).collect(Collectors.toSet());
    List<String> others =
        job.releaseTables().keySet().stream().filter(t -> !compared.contains(t)).toList();
    return new RebuildResult(
        job.release(), results.stream().allMatch(TableResult::equal), codeChanged, results, others);
  }

  private TableResult compare(TableProducer producer, Dataset<Row> was, long snapshot) {
    String name = producer.table().fullName();
    Column[] columns =
        Arrays.stream(was.schema().fields())
            .map(f -> col(f.name()).cast(f.dataType()).as(f.name()))
            .toArray(Column[]::new);
    Dataset<Row> now = producer.rows(relations).select(columns);
    now.persist(StorageLevel.MEMORY_AND_DISK());
    relations.put(name, now, snapshot);
    List<String> key =
        producer.table().contract().primaryKey().stream().map(ContractProperty::name).toList();
    List<Difference> differences = TableComparison.differences(was, now, key, NOT_COMPARED, MOST);
    return new TableResult(name, now.count(), differences.isEmpty(), differences);
  }

  private boolean codeChanged(Dataset<Row> was) {
    return Arrays.asList(was.columns()).contains("code_version")
        && !was.where(col("code_version").notEqual(lit(job.codeVersion()))).isEmpty();
  }
}
