package org.citylake.streamingjobs.live.event;

import java.util.List;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;

/** Rows of live.refusal, column by column as its contract has them. */
public final class RefusalRow {
  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "source_id", "place", "position", "arrived_at", "bytes", "reasons", "contract_version");

  private RefusalRow() {}

  /** The row of a refused message. */
  public static RowData of(LiveRefusal refusal, String source, String contractVersion) {
    return GenericRowData.of(
        StringData.fromString(source),
        StringData.fromString(refusal.place()),
        refusal.position(),
        TimestampData.fromEpochMillis(refusal.arrivedAt()),
        refusal.bytes(),
        new GenericArrayData(
            refusal.reasons().stream().map(StringData::fromString).toArray(StringData[]::new)),
        StringData.fromString(contractVersion));
  }
}
