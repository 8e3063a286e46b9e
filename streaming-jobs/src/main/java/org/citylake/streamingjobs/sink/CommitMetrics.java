package org.citylake.streamingjobs.sink;

import java.time.Clock;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What a table has taken in since its committer began, as metrics of Flink. */
public final class CommitMetrics {
  /** Flink's counter of rows, in a group of the variable {@code table}. */
  public static final String ROWS = "citylakeRowsCommitted";

  /** Flink's gauge of the last commit's time, milliseconds since 1970; -1 before the first. */
  public static final String LAST = "citylakeLastCommit";

  private final Clock clock;
  private final Counter rows;
  private volatile long last = -1;

  private CommitMetrics(MetricGroup group, Clock clock) {
    this.clock = clock;
    this.rows = group.counter(ROWS);
    group.gauge(LAST, (Gauge<Long>) () -> last);
  }

  /**
   * Metrics of a table.
   *
   * @param name as Iceberg says it: catalog, namespace and table
   * @param clock tells when a commit was made
   */
  static CommitMetrics of(MetricGroup group, String name, Clock clock) {
    String fullName = name.substring(name.indexOf('.') + 1);
    return new CommitMetrics(group.addGroup("table", fullName), clock);
  }

  /** So many rows more are in the table. */
  void committed(long more) {
    if (more > 0) {
      rows.inc(more);
      last = clock.millis();
    }
  }
}
