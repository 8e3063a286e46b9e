package org.citylake.streamingjobs.live.count;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.citylake.core.Initializer;

/**
 * The stream's sums in checkpointed state, as rows of live.count: what has changed by each
 * checkpoint comes in that checkpoint. A recovery neither loses nor repeats a count. Runs in one
 * task.
 */
public final class CountCheckpoints extends AbstractStreamOperator<RowData>
    implements OneInputStreamOperator<LiveCount, RowData>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of("source_id", "name", "stream_id", "checkpoint", "count");

  private final List<String> sources;
  private transient Map<String, Map<String, Long>> sums;
  private transient Map<String, Map<String, Long>> told;
  private transient CompletedCounts completed;
  private transient String stream;
  private transient ListState<LiveCount> state;
  private transient ListState<String> name;

  /**
   * Counts.
   *
   * @param sources ids of the sources whose sums are metrics too
   */
  public CountCheckpoints(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  @Initializer
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    sums = new TreeMap<>();
    told = new TreeMap<>();
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("sums", LiveCount.TYPE));
    name =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("stream", Types.STRING));
    for (LiveCount count : state.get()) {
      put(sums, count.source(), count.name(), count.count());
      put(told, count.source(), count.name(), count.count());
    }
    stream = UUID.randomUUID().toString();
    for (String begun : name.get()) {
      stream = begun;
    }
    completed = new CompletedCounts(sums);
    sources.forEach(source -> completed.register(getMetricGroup(), source));
  }

  @Override
  public void processElement(StreamRecord<LiveCount> element) {
    LiveCount count = element.getValue();
    sums.computeIfAbsent(count.source(), s -> new TreeMap<>())
        .merge(count.name(), count.count(), Math::addExact);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    tell(checkpointId);
  }

  @Override
  public void endInput() {
    tell(Long.MAX_VALUE);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.clear();
    for (Map.Entry<String, Map<String, Long>> source : sums.entrySet()) {
      for (Map.Entry<String, Long> sum : source.getValue().entrySet()) {
        state.add(new LiveCount(source.getKey(), sum.getKey(), sum.getValue()));
      }
    }
    name.update(List.of(stream));
    completed.begin(context.getCheckpointId(), sums);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    completed.complete(checkpointId);
  }

  private void tell(long checkpoint) {
    sums.forEach(
        (source, names) ->
            names.forEach(
                (what, count) -> {
                  Long before = told.getOrDefault(source, Map.of()).get(what);
                  if (!count.equals(before)) {
                    output.collect(
                        new StreamRecord<>(
                            GenericRowData.of(
                                StringData.fromString(source),
                                StringData.fromString(what),
                                StringData.fromString(stream),
                                checkpoint,
                                count)));
                    put(told, source, what, count);
                  }
                }));
  }

  private static void put(
      Map<String, Map<String, Long>> counts, String source, String what, long count) {
    counts.computeIfAbsent(source, s -> new TreeMap<>()).put(what, count);
  }
}
