package org.citylake.cli.benchmark;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.CloseableIterable;

/**
 * How long rows took from being sent to being visible: from {@code arrived_at}, the time that the
 * producer gave the message, to the commit of the snapshot that has the row. SQL reads a table's
 * newest snapshot, so a statement that begins then sees it.
 */
final class Freshness {
  private static final int LONGEST = 600_000;
  private static final String SENT = "arrived_at";

  /** By millisecond, the last of them for all longer ones. */
  private final long[] rows = new long[LONGEST + 1];

  private long count;

  private final long since;

  private Freshness(long since) {
    this.since = since;
  }

  /**
   * Of every row that was appended to the table.
   *
   * @param since rows that were sent before this are left out, milliseconds since 1970
   */
  static Freshness of(Table table, long since) throws IOException {
    Freshness freshness = new Freshness(since);
    for (Snapshot snapshot : table.snapshots()) {
      // Maintenance writes rows again that were visible before.
      if (!DataOperations.APPEND.equals(snapshot.operation())) {
        continue;
      }
      for (DataFile file : snapshot.addedDataFiles(table.io())) {
        freshness.add(table, file, snapshot.timestampMillis());
      }
    }
    return freshness;
  }

  private void add(Table table, DataFile file, long visible) throws IOException {
    Schema column = table.schema().select(SENT);
    try (CloseableIterable<Record> records =
        FormatModelRegistry.<Record, Object>readBuilder(
                file.format(), Record.class, table.io().newInputFile(file.location()))
            .project(column)
            .build()) {
      for (Record row : records) {
        OffsetDateTime sent = (OffsetDateTime) Objects.requireNonNull(row.getField(SENT));
        long at = sent.toInstant().toEpochMilli();
        if (at >= since) {
          rows[(int) Math.max(0, Math.min(visible - at, LONGEST))]++;
          count++;
        }
      }
    }
  }

  /** How many rows were looked at. */
  long count() {
    return count;
  }

  /**
   * Seconds within which so many of a hundred rows were visible.
   *
   * @param percent 0 to 100
   */
  double percentile(double percent) {
    long wanted = (long) Math.ceil(count * percent / 100);
    long seen = 0;
    for (int millis = 0; millis <= LONGEST; millis++) {
      seen += rows[millis];
      if (seen >= wanted) {
        return millis / 1000.0;
      }
    }
    return Double.NaN;
  }
}
