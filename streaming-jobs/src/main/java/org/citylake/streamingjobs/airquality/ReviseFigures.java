package org.citylake.streamingjobs.airquality;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;

/**
 * Gives out the rows of those figures whose content changed. First input: figures as computed, the
 * last of a key counts; second: the revisions that the table holds. It decides at the end of the
 * input, so a load revises a figure at most once, however late its records came.
 *
 * @param <F> the kind of figure
 */
public final class ReviseFigures<F extends Revised<F>>
    extends KeyedCoProcessFunction<String, F, F, RowData> {
  private static final long serialVersionUID = 1L;

  private final TypeInformation<F> type;
  private final String load;
  private transient ValueState<F> computed;
  private transient ValueState<F> stored;

  /** Revises for a load. */
  public ReviseFigures(TypeInformation<F> type, String load) {
    this.type = type;
    this.load = load;
  }

  @Override
  public void open(OpenContext context) {
    computed = getRuntimeContext().getState(new ValueStateDescriptor<>("computed", type));
    stored = getRuntimeContext().getState(new ValueStateDescriptor<>("stored", type));
  }

  @Override
  public void processElement1(F figures, Context context, Collector<RowData> out) throws Exception {
    computed.update(figures);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void processElement2(F figures, Context context, Collector<RowData> out) throws Exception {
    F known = stored.value();
    if (known == null || known.revision() < figures.revision()) {
      stored.update(figures);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    F now = computed.value();
    F known = stored.value();
    if (known == null || !now.equalContent(known)) {
      out.collect(now.revised(known == null ? 1 : known.revision() + 1, load).row());
    }
  }
}
