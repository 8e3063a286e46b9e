package org.citylake.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.json.Json;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/** The runs that did work, in {@code audit.run}, and their checks in {@code audit.check_result}. */
public final class RunLog {
  /** The table of the runs. */
  public static final String RUN = "audit.run";

  private static final String CHECK = "audit.check_result";

  private final LakeCatalog live;

  /** The log in a warehouse. */
  public RunLog(LakeCatalog live) {
    this.live = live;
  }

  /** Writes the row of a step, once for what it depends on. */
  void write(String runId, String step, OffsetDateTime startedAt, double seconds, Step.Work work) {
    if (findDetails(step, work.fingerprint()).isPresent()) {
      return;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("run_id", runId);
    row.put("step", step);
    row.put("status", "complete");
    row.put("started_at", startedAt);
    row.put("seconds", seconds);
    row.put("fingerprint", work.fingerprint());
    row.put("details", Json.line(work.details()));
    TableAppend.append(live.load(RUN), "main", runId + "/" + step, List.of(row));
  }

  /** Writes the checks that a run made, as the compute job reports them; once per fingerprint. */
  void writeChecks(String runId, String fingerprint, JsonNode checks) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode check : checks) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("run_id", runId);
      row.put("table_name", check.path("table").asText());
      row.put("check_name", check.path("check").asText());
      row.put("blocking", check.path("blocking").asBoolean());
      row.put("violations", check.path("violations").asLong());
      row.put("sample", check.path("sample").asText());
      row.put("snapshot_id", check.path("snapshot").asLong());
      rows.add(row);
    }
    TableAppend.append(live.load(CHECK), "main", fingerprint + "/checks", rows);
  }

  /** Details of a step that was done for that fingerprint, if it was. */
  Optional<JsonNode> findDetails(String step, String fingerprint) {
    Table table = live.load(RUN);
    long snapshot = Objects.requireNonNull(table.currentSnapshot(), RUN).snapshotId();
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(table, snapshot, Expressions.equal("fingerprint", fingerprint))) {
      for (Map<String, @Nullable Object> row : rows) {
        if (step.equals(row.get("step"))) {
          return Optional.of(read(String.valueOf(row.get("details"))));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RUN, e);
    }
  }

  /** Details of the last time that a step was done, if it ever was. */
  public Optional<JsonNode> lastDetails(String step) {
    Table table = live.load(RUN);
    if (table.currentSnapshot() == null) {
      return Optional.empty();
    }
    Map<String, String> byStart = new TreeMap<>();
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(
            table, table.currentSnapshot().snapshotId(), Expressions.equal("step", step))) {
      for (Map<String, @Nullable Object> row : rows) {
        byStart.put(String.valueOf(row.get("started_at")), String.valueOf(row.get("details")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RUN, e);
    }
    return byStart.values().stream().reduce((first, last) -> last).map(RunLog::read);
  }

  private static JsonNode read(String details) {
    try {
      return Json.mapper().readTree(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(RUN + " holds details that are no JSON: " + details, e);
    }
  }
}
