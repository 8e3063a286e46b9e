package org.citylake.streamingjobs.quarantine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.citylake.ingestion.quarantine.QuarantineEntry;
import org.citylake.streamingjobs.delivery.Delivery;
import org.citylake.streamingjobs.tally.Tally;

/**
 * Puts refused records into quarantine at the end of the input. Key: SHA-256 of the bytes. First
 * input: refused records; second: what quarantine holds of the source. The n-th record of the same
 * bytes and variable is occurrence n; an occurrence that is open already is a duplicate. Out: rows
 * of audit.quarantine; counts go to {@link Tally#TAG}.
 */
public final class DecideRefusals
    extends KeyedCoProcessFunction<String, Refusal, StoredRefusal, RowData> {
  private static final long serialVersionUID = 1L;

  private final Delivery delivery;
  private transient ListState<Refusal> refusals;
  private transient ListState<StoredRefusal> stored;

  /** Decides for one delivery. */
  public DecideRefusals(Delivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public void open(OpenContext context) {
    refusals =
        getRuntimeContext().getListState(new ListStateDescriptor<>("refusals", Refusal.TYPE));
    stored =
        getRuntimeContext().getListState(new ListStateDescriptor<>("stored", StoredRefusal.TYPE));
  }

  @Override
  public void processElement1(Refusal refusal, Context context, Collector<RowData> out)
      throws Exception {
    refusals.add(refusal);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void processElement2(StoredRefusal state, Context context, Collector<RowData> out)
      throws Exception {
    stored.add(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    Map<String, StoredRefusal> newest = new HashMap<>();
    for (StoredRefusal state : stored.get()) {
      newest.merge(state.quarantineId(), state, DecideRefusals::later);
    }
    List<Refusal> ordered = new ArrayList<>();
    refusals.get().forEach(ordered::add);
    ordered.sort(Comparator.comparingLong(Refusal::line).thenComparing(Refusal::variable));
    Map<String, Integer> occurrences = new HashMap<>();
    for (Refusal refusal : ordered) {
      int occurrence = occurrences.merge(refusal.variable(), 1, Integer::sum);
      Optional<String> variable =
          refusal.variable().isEmpty() ? Optional.empty() : Optional.of(refusal.variable());
      String id = QuarantineEntry.id(delivery.source(), variable, refusal.bytes(), occurrence);
      StoredRefusal known = newest.get(id);
      if (known != null && known.status().equals(QuarantineRow.OPEN)) {
        context.output(Tally.TAG, new Tally(Tally.DUPLICATE, 1));
        continue;
      }
      out.collect(QuarantineRow.of(id, refusal, delivery));
      context.output(Tally.TAG, new Tally(Tally.QUARANTINED, 1));
      for (String reason : refusal.reasons()) {
        context.output(Tally.TAG, new Tally(Tally.REASON + reason.split(":", 2)[0], 1));
      }
    }
  }

  /** At the same instant a record that left the quarantine is the later state. */
  private static StoredRefusal later(StoredRefusal a, StoredRefusal b) {
    if (a.stateAt() != b.stateAt()) {
      return a.stateAt() > b.stateAt() ? a : b;
    }
    return a.status().equals(QuarantineRow.OPEN) ? b : a;
  }
}
