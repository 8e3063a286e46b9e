package org.citylake.lakehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.release.FigureTable.Pair;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in {@code audit.release_change} in which scores and indicator values a release differs from
 * the one that it is compared with, and why (docs/adr/0014).
 */
public final class ReleaseChanges {
  private static final String TABLE = "audit.release_change";
  private static final String TRACE = "metric.index_trace";

  private final LakeCatalog live;

  /** Records in the live warehouse. */
  public ReleaseChanges(LakeCatalog live) {
    this.live = live;
  }

  /**
   * Records the changes of a release, once; of one that is compared with no other there are none.
   */
  void record(Release release) {
    if (release.comparedWith().isEmpty()) {
      return;
    }
    String id = release.comparedWith().get();
    Table table = live.load(TABLE);
    String commit = "changes-" + release.releaseId();
    if (TableAppend.findCommit(table, "main", commit).isPresent()) {
      return;
    }
    Release before =
        new ReleaseReader(live)
            .find(id)
            .orElseThrow(
                () ->
                    new CityLakeException(
                        Kind.DATA,
                        "Cannot compare release "
                            + release.releaseId()
                            + " with "
                            + id
                            + ": audit.release does not have it"));
    TableAppend.append(
        table, "main", commit, between(before, release).stream().map(ReleaseChanges::row).toList());
  }

  /** In what a release differs from another, in the order of tables and selectors. */
  public List<ReleaseChange> between(Release before, Release now) {
    ChangeCauses causes = new ChangeCauses(WhatChanged.between(live, before, now));
    Map<String, List<String>> below = new TreeMap<>();
    List<ReleaseChange> changes = new ArrayList<>();
    FigureTable.INDICATORS
        .differences(live, before, now)
        .forEach(
            (selector, pair) -> {
              below.put(selector, causes.ofIndicator(pair));
              changes.add(
                  change(before, now, FigureTable.INDICATORS, pair, causes.ofIndicator(pair)));
            });
    FigureTable.TARGETS
        .differences(live, before, now)
        .forEach((selector, pair) -> below.put(selector, causes.ofTarget(pair)));
    Map<String, Pair> scores = FigureTable.SCORES.differences(live, before, now);
    if (!scores.isEmpty()) {
      Map<String, Set<String>> evidence = new TreeMap<>();
      addEvidence(before, evidence);
      addEvidence(now, evidence);
      for (Pair pair : scores.values()) {
        String edition = String.valueOf(pair.columns().get("edition"));
        changes.add(
            change(
                before,
                now,
                FigureTable.SCORES,
                pair,
                causes.ofEdition(edition, evidence.getOrDefault(edition, Set.of()), below)));
      }
    }
    return List.copyOf(changes);
  }

  /** The recorded changes of a release, in the order of tables and selectors. */
  public List<ReleaseChange> load(Release release) {
    List<ReleaseChange> changes = new ArrayList<>();
    if (!live.exists(TABLE)) {
      return changes;
    }
    Table table = live.load(TABLE);
    long snapshot = Objects.requireNonNull(table.currentSnapshot(), TABLE).snapshotId();
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(table, snapshot, Expressions.equal("release_id", release.releaseId()))) {
      rows.forEach(row -> changes.add(change(row)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TABLE, e);
    }
    changes.sort(Comparator.comparing(ReleaseChange::table).thenComparing(ReleaseChange::key));
    return changes;
  }

  /** Adds the selectors of the values and targets that the units of each edition are scored on. */
  private void addEvidence(Release release, Map<String, Set<String>> evidence) {
    Long snapshot = release.tables().get(TRACE);
    if (snapshot == null) {
      return;
    }
    try (CloseableIterable<Map<String, @Nullable Object>> rows =
        TableScan.rows(live.load(TRACE), snapshot, Expressions.equal("stage", "raw"))) {
      for (Map<String, @Nullable Object> row : rows) {
        if (row.get("evidence") instanceof List<?> selectors) {
          Set<String> known =
              evidence.computeIfAbsent(String.valueOf(row.get("edition")), e -> new TreeSet<>());
          selectors.forEach(selector -> known.add(String.valueOf(selector)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + TRACE, e);
    }
  }

  private static ReleaseChange change(
      Release before, Release now, FigureTable table, Pair pair, List<String> causes) {
    return new ReleaseChange(
        now.releaseId(),
        before.releaseId(),
        table.name(),
        pair.selector(),
        pair.before(),
        pair.now(),
        causes);
  }

  private static ReleaseChange change(Map<String, @Nullable Object> row) {
    return new ReleaseChange(
        String.valueOf(row.get("release_id")),
        String.valueOf(row.get("compared_with")),
        String.valueOf(row.get("table_name")),
        String.valueOf(row.get("row_key")),
        (String) row.get("old_value"),
        (String) row.get("new_value"),
        row.get("causes") instanceof List<?> causes
            ? causes.stream().map(String::valueOf).toList()
            : List.of());
  }

  private static Map<String, @Nullable Object> row(ReleaseChange change) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("release_id", change.releaseId());
    row.put("row_key", change.key());
    row.put("compared_with", change.comparedWith());
    row.put("table_name", change.table());
    row.put("change", change.change());
    row.put("old_value", change.oldValue());
    row.put("new_value", change.newValue());
    row.put("causes", change.causes());
    return row;
  }
}
