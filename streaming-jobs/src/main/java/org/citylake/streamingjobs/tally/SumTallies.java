package org.citylake.streamingjobs.tally;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.citylake.core.Initializer;

/**
 * Sums tallies by name in checkpointed state and hands the sums on at the end of the input, so that
 * a recovery neither loses nor repeats a count.
 */
public class SumTallies extends AbstractStreamOperator<Tally>
    implements OneInputStreamOperator<Tally, Tally>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private transient Map<String, Long> sums;
  private transient ListState<Tally> state;

  @Override
  @Initializer
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    sums = new TreeMap<>();
    state =
        context.getOperatorStateStore().getListState(new ListStateDescriptor<>("sums", Tally.TYPE));
    for (Tally tally : state.get()) {
      sums.merge(tally.name(), tally.count(), Math::addExact);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.update(
        sums.entrySet().stream().map(sum -> new Tally(sum.getKey(), sum.getValue())).toList());
  }

  @Override
  public void processElement(StreamRecord<Tally> element) {
    sums.merge(element.getValue().name(), element.getValue().count(), Math::addExact);
  }

  @Override
  public void endInput() throws Exception {
    finish(sums);
  }

  /** What is done with the sums at the end of the input: here they are handed on. */
  protected void finish(Map<String, Long> sums) throws Exception {
    sums.forEach((name, count) -> output.collect(new StreamRecord<>(new Tally(name, count))));
  }
}
