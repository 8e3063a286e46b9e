package org.citylake.streamingjobs.live.count;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the counts of one task between two checkpoints, so that few records go on. It keeps no
 * state: what was counted goes on before the checkpoint's barrier.
 */
public final class PartialCounts extends AbstractStreamOperator<LiveCount>
    implements OneInputStreamOperator<LiveCount, LiveCount>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private transient Map<String, Map<String, Long>> sums;

  @Override
  public void open() throws Exception {
    super.open();
    sums = new TreeMap<>();
  }

  @Override
  public void processElement(StreamRecord<LiveCount> element) {
    LiveCount count = element.getValue();
    sums.computeIfAbsent(count.source(), s -> new TreeMap<>())
        .merge(count.name(), count.count(), Math::addExact);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    handOn();
  }

  @Override
  public void endInput() {
    handOn();
  }

  private void handOn() {
    sums.forEach(
        (source, names) ->
            names.forEach(
                (name, count) ->
                    output.collect(new StreamRecord<>(new LiveCount(source, name, count)))));
    sums.clear();
  }
}
