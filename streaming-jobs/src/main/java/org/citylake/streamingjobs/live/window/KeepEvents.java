package org.citylake.streamingjobs.live.window;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.citylake.core.Initializer;
import org.citylake.core.declaration.LiveStream;
import org.citylake.streamingjobs.live.count.LiveCount;
import org.citylake.streamingjobs.live.event.LiveEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each event once, and tells what each window of a series comes to: when it closes, and again
 * when late events have amended it. Key: the series. Out: rows of live.event; rows of live.window
 * and live.late_event, the events that were kept for the first time, and counts go to side outputs.
 *
 * <p>The state is bounded by window and lateness: a window's events are kept until it is amended no
 * more, and as long their duplicates are known. An event that comes later than that is late.
 */
public final class KeepEvents extends KeyedProcessFunction<String, LiveEvent, RowData>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** The operator's name, before the source's id. */
  public static final String OPERATOR = "keep events of ";

  /** Events that were kept for the first time. */
  public static final OutputTag<LiveEvent> KEPT = new OutputTag<>("kept", LiveEvent.TYPE);

  private final String source;
  private final LiveStream stream;
  private final ZoneId zone;
  private final String contractVersion;
  private final OutputTag<RowData> windowRows;
  private final OutputTag<RowData> lateRows;
  private transient MapState<Long, KeptWindow> windows;
  private transient LiveRows rows;
  private transient ListState<Long> forgottenState;
  private transient long forgotten;

  /**
   * Keeps the events of a source.
   *
   * @param zone in which an event has its day
   * @param windowRows side output of rows of live.window
   * @param lateRows side output of rows of live.late_event
   */
  public KeepEvents(
      String source,
      LiveStream stream,
      ZoneId zone,
      String contractVersion,
      OutputTag<RowData> windowRows,
      OutputTag<RowData> lateRows) {
    this.source = source;
    this.stream = stream;
    this.zone = zone;
    this.contractVersion = contractVersion;
    this.windowRows = windowRows;
    this.lateRows = lateRows;
  }

  /**
   * Watermarks begin anew after a recovery, what was forgotten stays so: without it an event of a
   * forgotten window would be taken for a new one. The greatest of all tasks holds for each, as
   * series move between them.
   */
  @Override
  @Initializer
  public void initializeState(FunctionInitializationContext context) throws Exception {
    forgottenState =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("forgotten", Types.LONG));
    forgotten = Long.MIN_VALUE;
    for (long told : forgottenState.get()) {
      forgotten = Math.max(forgotten, told);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    forgottenState.update(List.of(forgotten));
  }

  @Override
  public void open(OpenContext context) {
    windows =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "windows", LongSerializer.INSTANCE, new KeptWindowSerializer()));
    rows = new LiveRows(source, stream.measures(), zone, contractVersion);
  }

  @Override
  public void processElement(LiveEvent event, Context context, Collector<RowData> out)
      throws Exception {
    long start = event.observedAt() - Math.floorMod(event.observedAt(), length());
    long watermark = context.timerService().currentWatermark();
    if (forgotten(start) <= Math.max(watermark, forgotten)) {
      context.output(lateRows, rows.late(event));
      count(context, LiveCount.LATE);
      return;
    }
    KeptWindow window = windows.get(start);
    if (window == null) {
      window = KeptWindow.empty();
      context.timerService().registerEventTimeTimer(forgotten(start));
    }
    KeptEvent known = window.find(event.observedAt());
    if (known != null && known.measures().equals(event.measures())) {
      count(context, LiveCount.DUPLICATE);
      return;
    }
    int revision = known == null ? 1 : known.revision() + 1;
    if (!window.changed()) {
      context.timerService().registerEventTimeTimer(Math.max(start + length(), watermark + 1));
    }
    windows.put(start, window.with(event.observedAt(), new KeptEvent(revision, event.measures())));
    out.collect(rows.event(event, revision));
    count(context, LiveCount.ACCEPTED);
    if (known == null) {
      context.output(KEPT, event);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    List<Long> over = new ArrayList<>();
    List<Long> due = new ArrayList<>();
    for (Map.Entry<Long, KeptWindow> window : windows.entries()) {
      long start = window.getKey();
      if (window.getValue().changed() && start + length() <= timestamp) {
        due.add(start);
      }
      if (forgotten(start) <= timestamp) {
        over.add(start);
      }
    }
    due.sort(null);
    for (long start : due) {
      tell(start, windows.get(start), context);
    }
    for (long start : over) {
      windows.remove(start);
      forgotten = Math.max(forgotten, forgotten(start));
    }
  }

  private void tell(long start, KeptWindow window, OnTimerContext context) throws Exception {
    KeptWindow told = window.told();
    int measures = stream.measures().size();
    List<List<@Nullable BigDecimal>> numbers = new ArrayList<>();
    for (int i = 0; i < measures; i++) {
      numbers.add(new ArrayList<>());
    }
    for (KeptEvent event : window.events()) {
      @Nullable BigDecimal[] all = event.measures().numbers(measures);
      for (int i = 0; i < measures; i++) {
        numbers.get(i).add(all[i]);
      }
    }
    for (int i = 0; i < measures; i++) {
      Optional<WindowFigures> figures = WindowFigures.of(numbers.get(i));
      if (figures.isPresent()) {
        context.output(
            windowRows,
            rows.window(
                context.getCurrentKey(),
                i,
                start,
                start + length(),
                told.revision(),
                figures.get()));
      }
    }
    windows.put(start, told);
  }

  private long length() {
    return stream.window().toMillis();
  }

  /** When a window is amended no more. */
  private long forgotten(long start) {
    return start + length() + stream.lateness().toMillis();
  }

  private void count(Context context, String name) {
    context.output(LiveCount.TAG, LiveCount.one(source, name));
  }
}
