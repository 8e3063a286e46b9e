package org.citylake.streamingjobs.live.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.util.Collector;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.entities.alert.AlertEmission;
import org.citylake.entities.alert.AlertInput;
import org.citylake.entities.alert.AlertMachine;
import org.citylake.entities.alert.AlertState;
import org.citylake.entities.alert.AlertStep;
import org.citylake.streamingjobs.delivery.DeclaredSource;
import org.citylake.streamingjobs.live.event.LiveEvent;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the alert rules of a source with each series' events in the order of their times, as far as
 * the watermark has come, so that the order of arrival changes nothing. Key: the series. Out: rows
 * of live.alert. An event that comes after the watermark has passed its time raises nothing.
 */
public final class RaiseAlerts extends KeyedProcessFunction<String, LiveEvent, RowData> {
  private static final long serialVersionUID = 1L;

  /** The columns in the order of the rows. */
  public static final List<String> COLUMNS =
      List.of(
          "rule",
          "source_id",
          "series",
          "opened_at",
          "happened_at",
          "kind",
          "who",
          "level",
          "measure");

  private static final int PRECISION = 38;
  private static final int SCALE = 10;

  private final DeclaredSource source;
  private final List<String> metrics;
  private transient Map<String, AlertMachine> machines;
  private transient Set<String> watched;
  private transient MapState<Long, LiveEvent> waiting;
  private transient MapState<String, AlertState> states;

  /**
   * Raises alerts of a source.
   *
   * @param metrics names of the events' measures, in their order
   */
  public RaiseAlerts(DeclaredSource source, List<String> metrics) {
    this.source = source;
    this.metrics = List.copyOf(metrics);
  }

  /** Rules that watch the source. */
  public static List<AlertDeclaration> rules(DeclaredSource source) {
    return source.library().alerts().stream()
        .filter(rule -> rule.sources().contains(source.id()))
        .toList();
  }

  @Override
  public void open(OpenContext context) {
    machines = new HashMap<>();
    watched = new HashSet<>();
    for (AlertDeclaration rule : rules(source)) {
      machines.put(rule.rule(), new AlertMachine(rule));
      watched.addAll(rule.condition().metrics());
    }
    waiting =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, LiveEvent.TYPE));
    states =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "states", StringSerializer.INSTANCE, new AlertStateSerializer()));
  }

  @Override
  public void processElement(LiveEvent event, Context context, Collector<RowData> out)
      throws Exception {
    if (event.observedAt() <= context.timerService().currentWatermark()) {
      return;
    }
    waiting.put(event.observedAt(), event);
    context.timerService().registerEventTimeTimer(event.observedAt());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RowData> out)
      throws Exception {
    LiveEvent event = waiting.get(timestamp);
    waiting.remove(timestamp);
    List<AlertInput> inputs = inputs(timestamp, event);
    for (Map.Entry<String, AlertMachine> rule : machines.entrySet()) {
      AlertMachine machine = rule.getValue();
      AlertState state = states.get(rule.getKey());
      state = state == null ? machine.initial() : state;
      for (AlertInput input : inputs) {
        AlertStep step = machine.step(state, input);
        state = step.state();
        for (AlertEmission emission : step.emissions()) {
          out.collect(row(rule.getKey(), context.getCurrentKey(), emission));
        }
      }
      states.put(rule.getKey(), state);
      machine
          .nextTimer(state)
          .ifPresent(due -> context.timerService().registerEventTimeTimer(due.toEpochMilli()));
    }
  }

  /** What the rules take at that time: the event's measures, then that time has come so far. */
  private List<AlertInput> inputs(long timestamp, @Nullable LiveEvent event) {
    Instant at = Instant.ofEpochMilli(timestamp);
    List<AlertInput> inputs = new ArrayList<>();
    if (event != null) {
      @Nullable BigDecimal[] numbers = event.measures().numbers(metrics.size());
      for (int i = 0; i < numbers.length; i++) {
        BigDecimal number = numbers[i];
        if (number != null && watched.contains(metrics.get(i))) {
          inputs.add(new AlertInput.Reading(at, metrics.get(i), number));
        }
      }
    }
    inputs.add(new AlertInput.Timer(at));
    inputs.sort(null);
    return inputs;
  }

  private RowData row(String rule, String series, AlertEmission emission) {
    return GenericRowData.of(
        StringData.fromString(rule),
        StringData.fromString(source.id()),
        StringData.fromString(series),
        TimestampData.fromInstant(emission.opened()),
        TimestampData.fromInstant(emission.at()),
        lower(emission.kind()),
        StringData.fromString(emission.who()),
        lower(emission.grade()),
        Optional.ofNullable(emission.measure())
            .map(measure -> DecimalData.fromBigDecimal(measure, PRECISION, SCALE))
            .orElse(null));
  }

  private static StringData lower(Enum<?> name) {
    return StringData.fromString(name.name().toLowerCase(Locale.ROOT));
  }
}
