package org.citylake.streamingjobs.quarantine;

import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.citylake.core.json.ContentHash;
import org.citylake.streamingjobs.delivery.Delivery;

/** Rows of audit.quarantine, column by column as its contract has them. */
public final class QuarantineRow {
  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "quarantine_id",
          "state_at",
          "status",
          "source_id",
          "load_id",
          "delivery",
          "file",
          "line",
          "variable",
          "bytes",
          "reasons",
          "contract_version");

  static final String OPEN = "open";

  private QuarantineRow() {}

  static RowData of(String id, Refusal refusal, Delivery delivery) {
    return GenericRowData.of(
        StringData.fromString(id),
        TimestampData.fromEpochMillis(delivery.knownFrom()),
        StringData.fromString(OPEN),
        StringData.fromString(delivery.source()),
        StringData.fromString(delivery.loadId()),
        StringData.fromString(delivery.sha256()),
        StringData.fromString(delivery.file()),
        refusal.line(),
        refusal.variable().isEmpty() ? null : StringData.fromString(refusal.variable()),
        refusal.bytes(),
        new GenericArrayData(
            refusal.reasons().stream().map(StringData::fromString).toArray(StringData[]::new)),
        StringData.fromString(delivery.contractVersion()));
  }

  /** A row that the table holds. */
  public static StoredRefusal read(RowData row) {
    return new StoredRefusal(
        ContentHash.of(row.getBinary(9)),
        row.getString(0).toString(),
        row.getTimestamp(1, 6).getMillisecond(),
        row.getString(2).toString());
  }
}
