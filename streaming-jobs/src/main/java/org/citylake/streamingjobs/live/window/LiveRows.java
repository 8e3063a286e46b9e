package org.citylake.streamingjobs.live.window;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.citylake.streamingjobs.live.event.LiveEvent;
import org.jspecify.annotations.Nullable;

/** Rows of a source's events and windows, column by column as their contracts have them. */
public final class LiveRows {
  /** Columns of live.event in the order of the rows. */
  public static final List<String> EVENT =
      List.of(
          "source_id",
          "series",
          "observed_at",
          "revision",
          "observed_date",
          "measures",
          "place",
          "position",
          "arrived_at",
          "contract_version");

  /** Columns of live.late_event in the order of the rows. */
  public static final List<String> LATE =
      EVENT.stream().filter(column -> !column.equals("revision")).toList();

  /** Columns of live.window in the order of the rows. */
  public static final List<String> WINDOW =
      List.of(
          "source_id",
          "series",
          "metric",
          "window_start",
          "revision",
          "window_end",
          "readings",
          "total",
          "least",
          "greatest",
          "mean");

  private static final int PRECISION = 38;
  private static final int SCALE = 10;

  private final StringData source;
  private final List<StringData> metrics;
  private final ZoneId zone;
  private final StringData contractVersion;

  LiveRows(String source, List<String> metrics, ZoneId zone, String contractVersion) {
    this.source = StringData.fromString(source);
    this.metrics = metrics.stream().map(StringData::fromString).toList();
    this.zone = zone;
    this.contractVersion = StringData.fromString(contractVersion);
  }

  /** A row of live.event. */
  RowData event(LiveEvent event, int revision) {
    return GenericRowData.of(
        source,
        StringData.fromString(event.series()),
        TimestampData.fromEpochMillis(event.observedAt()),
        revision,
        day(event.observedAt()),
        measures(event),
        StringData.fromString(event.place()),
        event.position(),
        TimestampData.fromEpochMillis(event.arrivedAt()),
        contractVersion);
  }

  /** A row of live.late_event. */
  RowData late(LiveEvent event) {
    return GenericRowData.of(
        source,
        StringData.fromString(event.series()),
        TimestampData.fromEpochMillis(event.observedAt()),
        day(event.observedAt()),
        measures(event),
        StringData.fromString(event.place()),
        event.position(),
        TimestampData.fromEpochMillis(event.arrivedAt()),
        contractVersion);
  }

  /** A row of live.window. */
  RowData window(
      String series, int metric, long start, long end, int revision, WindowFigures figures) {
    return GenericRowData.of(
        source,
        StringData.fromString(series),
        metrics.get(metric),
        TimestampData.fromEpochMillis(start),
        revision,
        TimestampData.fromEpochMillis(end),
        figures.readings(),
        decimal(figures.total()),
        decimal(figures.least()),
        decimal(figures.greatest()),
        decimal(figures.mean()));
  }

  private int day(long observedAt) {
    return Math.toIntExact(
        Instant.ofEpochMilli(observedAt).atZone(zone).toLocalDate().toEpochDay());
  }

  private GenericMapData measures(LiveEvent event) {
    Map<StringData, DecimalData> measures = new HashMap<>();
    @Nullable BigDecimal[] numbers = event.measures().numbers(metrics.size());
    for (int i = 0; i < numbers.length; i++) {
      BigDecimal number = numbers[i];
      if (number != null) {
        measures.put(metrics.get(i), decimal(number));
      }
    }
    return new GenericMapData(measures);
  }

  private static @Nullable DecimalData decimal(BigDecimal number) {
    return DecimalData.fromBigDecimal(number, PRECISION, SCALE);
  }
}
