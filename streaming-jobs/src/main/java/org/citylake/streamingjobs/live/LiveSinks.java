package org.citylake.streamingjobs.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.flink.TableLoader;
import org.citylake.streamingjobs.sink.ExactlyOnceSink;
import org.citylake.streamingjobs.table.LakeTables;
import org.citylake.streamingjobs.table.TableStreams;

/** Where a live stream's rows go: each table's main, each row once. */
public final class LiveSinks {
  private final Function<LiveTable, TableLoader> loaders;
  private final Map<LiveTable, TypeInformation<RowData>> types = new EnumMap<>(LiveTable.class);

  private LiveSinks(Function<LiveTable, Table> tables, Function<LiveTable, TableLoader> loaders) {
    this.loaders = loaders;
    for (LiveTable table : LiveTable.values()) {
      types.put(table, TableStreams.type(tables.apply(table)));
    }
  }

  /** The tables of a lakehouse, whose columns must be those that rows are written with. */
  public static LiveSinks of(LakeTables tables) {
    return of(tables, table -> tables.loader(table.fullName()));
  }

  /** The same, loaded in each task by other loaders. */
  public static LiveSinks of(LakeTables tables, Function<LiveTable, TableLoader> loaders) {
    return new LiveSinks(table -> tables.load(table.fullName(), table.columns()), loaders);
  }

  /** The type of a table's rows. */
  public TypeInformation<RowData> type(LiveTable table) {
    return Objects.requireNonNull(types.get(table));
  }

  /**
   * Appends the rows. They stay in the task that made them: nearly all of a moment are of one
   * partition.
   */
  public void append(DataStream<RowData> rows, LiveTable table) {
    rows.sinkTo(ExactlyOnceSink.of(loaders.apply(table), SnapshotRef.MAIN_BRANCH, Map.of()))
        .name("append to " + table.fullName())
        .uid("append-" + table.fullName());
  }
}
