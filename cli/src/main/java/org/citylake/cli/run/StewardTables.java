package org.citylake.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.citylake.core.stewardship.KeptLink;
import org.citylake.core.stewardship.ObjectionStep;
import org.citylake.core.stewardship.ObjectionStep.Corrected;
import org.citylake.core.stewardship.ObjectionStep.Decided;
import org.citylake.core.stewardship.ObjectionStep.Raised;
import org.citylake.core.stewardship.ObjectionStep.Receipt;
import org.citylake.core.stewardship.ObjectionStep.Sent;
import org.citylake.core.stewardship.StewardEntry;
import org.citylake.core.stewardship.StewardJournal;
import org.citylake.core.stewardship.Stewardship;
import org.citylake.lakehouse.catalog.LakeCatalog;
import org.citylake.lakehouse.table.TableAppend;
import org.citylake.lakehouse.table.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * The journal of stewards as tables. A run appends the lines that a table has not yet, and pins the
 * decisions as one of its inputs: figures stay a function of pinned snapshots, a rerun keeps the
 * decisions, and a release can be computed again with those of its day.
 */
final class StewardTables {
  /** What was decided about links. */
  static final String LINKS = "audit.link_decision";

  private static final String OBJECTIONS = "audit.objection";

  private StewardTables() {}

  /** Brings both tables to what the journal says now. */
  static void fill(LakeCatalog live, StewardJournal journal) {
    List<StewardEntry> entries = journal.entries();
    append(
        live.load(LINKS),
        Stewardship.of(entries).links().stream().map(StewardTables::row).toList());
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof ObjectionStep step) {
        steps.add(row(i + 1, step));
      }
    }
    append(live.load(OBJECTIONS), steps);
  }

  private static void append(Table table, List<Map<String, @Nullable Object>> rows) {
    long newest = newest(table);
    List<Map<String, @Nullable Object>> later =
        rows.stream().filter(row -> number(row) > newest).toList();
    if (!later.isEmpty() || table.currentSnapshot() == null) {
      long last = later.isEmpty() ? newest : number(later.get(later.size() - 1));
      TableAppend.append(table, "main", "stewardship/" + newest + "-" + last, later);
    }
  }

  /** The highest line that a table has; 0 when it has none. */
  private static long newest(Table table) {
    long newest = 0;
    try (CloseableIterable<Map<String, @Nullable Object>> rows = TableScan.rows(table)) {
      for (Map<String, @Nullable Object> row : rows) {
        newest = Math.max(newest, number(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + table.name(), e);
    }
    return newest;
  }

  private static long number(Map<String, @Nullable Object> row) {
    return row.get("number") instanceof Number number ? number.longValue() : 0;
  }

  private static Map<String, @Nullable Object> row(KeptLink kept) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("number", (long) kept.number());
    row.put("entity", kept.link().entity());
    row.put("decision", kept.link().decision());
    row.put("source_a", kept.link().sourceA());
    row.put("key_a", kept.link().keyA());
    row.put("source_b", kept.link().sourceB());
    row.put("key_b", kept.link().keyB());
    row.put("reason", kept.text());
    row.put("decided_by", kept.by());
    row.put("decided_at", OffsetDateTime.parse(kept.at()));
    row.put("objection", kept.objection() == 0 ? null : (Object) (long) kept.objection());
    return row;
  }

  private static Map<String, @Nullable Object> row(int number, ObjectionStep step) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("number", (long) number);
    row.put("objection", (long) step.objection());
    row.put("step", step.kind().id());
    row.put("text", step.text());
    row.put("said_by", step.by());
    row.put("said_at", OffsetDateTime.parse(step.at()));
    if (step instanceof Raised raised) {
      row.put("entity", raised.entity());
      row.put("city_id", raised.cityId());
      row.put("attribute", raised.attribute().isEmpty() ? null : raised.attribute());
    } else if (step instanceof Sent sent) {
      row.put("source_id", sent.source());
    } else if (step instanceof Decided decided) {
      row.put("outcome", decided.outcome());
    } else if (step instanceof Corrected corrected) {
      row.put("delivery", corrected.delivery());
    } else if (step instanceof Receipt receipt) {
      row.put("receiver", receipt.to());
    }
    return row;
  }
}
