package org.citylake.streamingjobs.live;

import java.util.List;
import org.citylake.streamingjobs.live.alert.RaiseAlerts;
import org.citylake.streamingjobs.live.count.CountCheckpoints;
import org.citylake.streamingjobs.live.event.RefusalRow;
import org.citylake.streamingjobs.live.window.LiveRows;

/** The tables that a live stream writes. */
public enum LiveTable {
  EVENT("live.event", LiveRows.EVENT),
  LATE_EVENT("live.late_event", LiveRows.LATE),
  WINDOW("live.window", LiveRows.WINDOW),
  ALERT("live.alert", RaiseAlerts.COLUMNS),
  REFUSAL("live.refusal", RefusalRow.COLUMNS),
  COUNT("live.count", CountCheckpoints.COLUMNS);

  private final String fullName;
  private final List<String> columns;

  LiveTable(String fullName, List<String> columns) {
    this.fullName = fullName;
    this.columns = columns;
  }

  /** Namespace and name. */
  public String fullName() {
    return fullName;
  }

  /** The columns that rows are written with, in their order. */
  public List<String> columns() {
    return columns;
  }
}
