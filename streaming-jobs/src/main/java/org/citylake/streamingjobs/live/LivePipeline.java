package org.citylake.streamingjobs.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.OutputTag;
import org.citylake.core.declaration.LiveStream;
import org.citylake.core.declaration.StreamDeclaration;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.alert.RaiseAlerts;
import org.citylake.streamingjobs.live.count.CountCheckpoints;
import org.citylake.streamingjobs.live.count.LiveCount;
import org.citylake.streamingjobs.live.count.PartialCounts;
import org.citylake.streamingjobs.live.event.Interpreted;
import org.citylake.streamingjobs.live.event.LiveEvent;
import org.citylake.streamingjobs.live.event.LiveRefusal;
import org.citylake.streamingjobs.live.event.RefusalRow;
import org.citylake.streamingjobs.live.event.SeparateRefusals;
import org.citylake.streamingjobs.live.window.KeepEvents;

/**
 * The graph from interpreted messages to the live tables. Each source keeps its own event time: one
 * that is silent holds no other up.
 */
public final class LivePipeline {
  private final LiveSinks sinks;
  private final Map<LiveTable, List<DataStream<RowData>>> rows = new EnumMap<>(LiveTable.class);
  private final List<DataStream<LiveCount>> counts = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /** A graph without sources yet. */
  public LivePipeline(LiveSinks sinks) {
    this.sinks = sinks;
  }

  /**
   * Adds a source.
   *
   * @param source declared with a live stream
   * @param messages with watermarks
   */
  public void add(DeclaredSource source, DataStream<Interpreted> messages) {
    String id = source.id();
    StreamDeclaration declared = source.stream();
    LiveStream stream = declared.live().orElseThrow();
    String version = source.declaration().contract().version();
    OutputTag<RowData> windows = new OutputTag<>("windows", sinks.type(LiveTable.WINDOW));
    OutputTag<RowData> late = new OutputTag<>("late", sinks.type(LiveTable.LATE_EVENT));
    SingleOutputStreamOperator<LiveEvent> events =
        messages
            .process(new SeparateRefusals(id))
            .returns(LiveEvent.TYPE)
            .name("separate refusals of " + id)
            .uid("separate-" + id);
    SingleOutputStreamOperator<RowData> kept =
        events
            .keyBy(LiveEvent::series, Types.STRING)
            .process(new KeepEvents(id, stream, declared.zone(), version, windows, late))
            .returns(sinks.type(LiveTable.EVENT))
            .name(KeepEvents.OPERATOR + id)
            .uid("keep-" + id);
    put(LiveTable.EVENT, kept);
    put(LiveTable.WINDOW, kept.getSideOutput(windows));
    put(LiveTable.LATE_EVENT, kept.getSideOutput(late));
    put(
        LiveTable.REFUSAL,
        events
            .getSideOutput(LiveRefusal.TAG)
            .map(refusal -> RefusalRow.of(refusal, id, version))
            .returns(sinks.type(LiveTable.REFUSAL))
            .name("refusals of " + id)
            .uid("refusals-" + id));
    if (!RaiseAlerts.rules(source).isEmpty()) {
      put(
          LiveTable.ALERT,
          // They are where their series is kept: no need to send them on.
          DataStreamUtils.reinterpretAsKeyedStream(
                  kept.getSideOutput(KeepEvents.KEPT), LiveEvent::series, Types.STRING)
              .process(new RaiseAlerts(source, stream.measures()))
              .returns(sinks.type(LiveTable.ALERT))
              .name("alerts of " + id)
              .uid("alerts-" + id));
    }
    sources.add(id);
    counts.add(partial(events, "messages-" + id));
    counts.add(partial(kept, "events-" + id));
  }

  /** Appends what the sources make to the tables. */
  public void end() {
    rows.forEach((table, streams) -> sinks.append(union(streams), table));
    DataStream<RowData> sums =
        union(counts)
            .transform("count", sinks.type(LiveTable.COUNT), new CountCheckpoints(sources))
            .uid("count")
            .setParallelism(1);
    sinks.append(sums, LiveTable.COUNT);
  }

  private void put(LiveTable table, DataStream<RowData> stream) {
    rows.computeIfAbsent(table, t -> new ArrayList<>()).add(stream);
  }

  private static DataStream<LiveCount> partial(
      SingleOutputStreamOperator<?> counting, String what) {
    return counting
        .getSideOutput(LiveCount.TAG)
        .transform("count " + what, LiveCount.TYPE, new PartialCounts())
        .uid("count-" + what);
  }

  private static <T> DataStream<T> union(List<DataStream<T>> streams) {
    DataStream<T> all = streams.get(0);
    for (DataStream<T> stream : streams.subList(1, streams.size())) {
      all = all.union(stream);
    }
    return all;
  }
}
