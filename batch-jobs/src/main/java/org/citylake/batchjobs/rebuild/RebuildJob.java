package org.citylake.batchjobs.rebuild;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.citylake.batchjobs.BatchJob;
import org.citylake.batchjobs.compute.DeclaredIndicators;
import org.citylake.batchjobs.entity.EntityInputs;
import org.citylake.batchjobs.process.Progress;
import org.citylake.batchjobs.publish.TableComparison;
import org.citylake.batchjobs.publish.TableComparison.Difference;
import org.citylake.batchjobs.rebuild.RebuildResult.TableResult;
import org.citylake.batchjobs.spark.FormerTables;
import org.citylake.batchjobs.spark.Relations;
import org.citylake.batchjobs.spark.Snapshots;
import org.citylake.core.declaration.DeclarationLibrary;

/**
 * Computes a release again from the snapshots of its inputs and its stored declarations, and holds
 * every table against what the release has. Nothing is written.
 *
 * <p>Days and years that a stream wrote are computed again from the readings. They are inputs of
 * the figures too, and stay what the release pinned: what differs is told at the table where it
 * begins.
 */
public final class RebuildJob {
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
    this.relations = new Relations(session, library);
  }

  /** Runs it. */
  public RebuildResult run() {
    job.inputs().forEach((name, id) -> relations.put(name, Snapshots.read(session, name, id), id));
    relations.put(DeclaredIndicators.NAME, DeclaredIndicators.rows(session, library), 0);
    List<TableResult> results = new ArrayList<>();
    Set<String> versions = new java.util.TreeSet<>();
    EntityInputs entities = EntityInputs.of(session, job.home(), FormerTables.none());
    for (Recomputation table : Recomputation.all(library, entities, job.codeVersion())) {
      Long snapshot = job.releaseTables().get(table.name());
      if (snapshot != null) {
        Progress.print(table.name());
        Dataset<Row> was = Snapshots.read(session, table.name(), snapshot);
        results.add(compare(table, was, snapshot));
        versions.addAll(codeVersions(was));
      }
    }
    versions.remove(job.codeVersion());
    Set<String> compared = results.stream().map(TableResult::table).collect(Collectors.toSet());
    List<String> inputs =
        job.inputs().keySet().stream().filter(t -> !compared.contains(t)).toList();
    List<String> others =
        job.releaseTables().keySet().stream()
            .filter(t -> !compared.contains(t) && !inputs.contains(t))
            .toList();
    return new RebuildResult(
        job.release(),
        results.stream().allMatch(TableResult::equal),
        !versions.isEmpty(),
        results,
        inputs,
        others);
  }

  private TableResult compare(Recomputation table, Dataset<Row> was, long snapshot) {
    Column[] columns =
        Arrays.stream(was.schema().fields())
            .map(f -> col(f.name()).cast(f.dataType()).as(f.name()))
            .toArray(Column[]::new);
    Dataset<Row> now = table.producer().rows(relations).select(columns).localCheckpoint();
    if (!relations.has(table.name())) {
      relations.put(table.name(), now, snapshot);
    }
    List<Difference> differences =
        TableComparison.differences(table.said(was), now, table.key(), table.notCompared(), MOST);
    return new TableResult(table.name(), now.count(), differences.isEmpty(), differences);
  }

  private static List<String> codeVersions(Dataset<Row> was) {
    return Arrays.asList(was.columns()).contains("code_version")
        ? was.select("code_version").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .toList()
        : List.of();
  }
}
