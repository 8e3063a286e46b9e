package org.citylake.entities.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.AlertDeclaration.Absence;
import org.citylake.core.declaration.AlertDeclaration.Change;
import org.citylake.core.declaration.AlertDeclaration.Condition;
import org.citylake.core.declaration.AlertDeclaration.Deviation;
import org.citylake.core.declaration.AlertDeclaration.Level;
import org.citylake.core.declaration.AlertDeclaration.Part;
import org.citylake.core.declaration.AlertDeclaration.Together;
import org.citylake.entities.alert.AlertInput.Acknowledgement;
import org.citylake.entities.alert.AlertInput.Reading;
import org.citylake.entities.alert.AlertState.History;
import org.citylake.entities.alert.AlertState.LastHeld;
import org.citylake.entities.alert.AlertState.Memory;
import org.citylake.entities.alert.AlertState.Nothing;
import org.citylake.entities.alert.AlertState.Recent;
import org.citylake.entities.level.Hysteresis;
import org.jspecify.annotations.Nullable;

/**
 * One alert rule for one series, such as a sensor. A pure function of state and input: fed with the
 * inputs in their order ({@link AlertInput}), it makes the same whatever the order of their
 * arrival, and whether and when timers are fed in between, since each input first brings what was
 * due before it. {@link #nextTimer} says when something happens without a further event.
 */
public final class AlertMachine {
  private final AlertDeclaration rule;
  private final Hysteresis hysteresis;
  private final Lifecycle lifecycle;

  /** The machine of a rule. */
  public AlertMachine(AlertDeclaration rule) {
    this.rule = rule;
    this.hysteresis =
        new Hysteresis(
            rule.levels().stream().flatMap(level -> Stream.ofNullable(level.bound())).toList());
    this.lifecycle = new Lifecycle(rule);
  }

  /** The state before the first input. */
  public AlertState initial() {
    return AlertState.empty(rule.levels().size(), memory(rule.condition()));
  }

  private static Memory memory(Condition condition) {
    if (condition instanceof Change) {
      return new Recent(List.of());
    }
    if (condition instanceof Deviation) {
      return new History(Map.of());
    }
    return condition instanceof Together together
        ? new LastHeld(Collections.nCopies(together.all().size(), null))
        : new Nothing();
  }

  /** Takes one input. An acknowledgement while no alert is open is not taken. */
  public AlertStep step(AlertState state, AlertInput input) {
    if (state.now() != null && input.at().isBefore(state.now())) {
      return new AlertStep(state, List.of(), false);
    }
    if (input instanceof Reading reading) {
      if (!rule.condition().metrics().contains(reading.metric())
          || reading.at().equals(state.seen().get(reading.metric()))) {
        return new AlertStep(state, List.of(), false);
      }
    }
    List<AlertEmission> emissions = new ArrayList<>();
    boolean timer = input instanceof AlertInput.Timer;
    AlertState reached = advance(state, input.at(), timer, emissions).at(input.at());
    if (input instanceof Reading reading) {
      return new AlertStep(read(reached, reading, emissions), emissions, true);
    }
    if (input instanceof Acknowledgement acknowledgement) {
      AlertState told = lifecycle.acknowledge(reached, acknowledgement, emissions);
      return new AlertStep(told, emissions, !told.equals(reached));
    }
    return new AlertStep(reached, emissions, true);
  }

  /** When something happens unless another input comes first; empty for never. */
  public Optional<Instant> nextTimer(AlertState state) {
    return Stream.of(lifecycle.nextEscalation(state), nextSilence(state), nextParting(state))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /** Brings all that is due before the time, and at it when asked. */
  private AlertState advance(
      AlertState state, Instant time, boolean inclusive, List<AlertEmission> emissions) {
    AlertState now = state;
    Optional<Instant> due = nextTimer(now);
    while (due.isPresent() && (due.get().isBefore(time) || (inclusive && due.get().equals(time)))) {
      now = due(now, due.get(), emissions).at(due.get());
      due = nextTimer(now);
    }
    return now;
  }

  private AlertState due(AlertState state, Instant time, List<AlertEmission> emissions) {
    if (nextParting(state).filter(time::equals).isPresent()) {
      return part(state, time, emissions);
    }
    if (nextSilence(state).filter(time::equals).isPresent()) {
      return indicate(state, time, state.indicated() + 1, null, emissions);
    }
    return lifecycle.escalate(state, time, emissions);
  }

  private AlertState read(AlertState state, Reading reading, List<AlertEmission> emissions) {
    Instant last = state.seen().get(reading.metric());
    Map<String, Instant> seen = new TreeMap<>(state.seen());
    seen.put(reading.metric(), reading.at());
    Measure measure = measure(state, reading);
    boolean gap =
        last != null
            && !rule.held().isZero()
            && Duration.between(last, reading.at()).compareTo(rule.held()) > 0;
    AlertState read =
        new AlertState(
            reading.at(),
            seen,
            measure.memory(),
            state.indicated(),
            gap ? Collections.nCopies(state.reached().size(), null) : state.reached(),
            state.episode());
    return indicate(read, reading.at(), indicated(state, measure), measure.value(), emissions);
  }

  private Measure measure(AlertState state, Reading reading) {
    Condition condition = rule.condition();
    if (condition instanceof Change change && state.memory() instanceof Recent recent) {
      return Measures.change(change, recent, reading);
    }
    if (condition instanceof Deviation deviation && state.memory() instanceof History history) {
      return Measures.deviation(deviation, rule.zone(), history, reading);
    }
    if (condition instanceof Together together && state.memory() instanceof LastHeld held) {
      return new Measure(hold(together, held, reading), null);
    }
    return new Measure(state.memory(), reading.value());
  }

  private static LastHeld hold(Together together, LastHeld held, Reading reading) {
    List<@Nullable Instant> times = new ArrayList<>(held.times());
    for (int i = 0; i < times.size(); i++) {
      Part part = together.all().get(i);
      if (part.metric().equals(reading.metric()) && part.bound().crossed(reading.value())) {
        times.set(i, reading.at());
      }
    }
    return new LastHeld(times);
  }

  private int indicated(AlertState state, Measure measure) {
    if (rule.condition() instanceof Absence) {
      return 0;
    }
    if (measure.memory() instanceof LastHeld held) {
      return held.times().stream().allMatch(Objects::nonNull) ? 1 : 0;
    }
    BigDecimal value = measure.value();
    return value == null ? state.indicated() : hysteresis.step(state.indicated(), value);
  }

  /** A level is indicated: it counts from now on, and alerts when it was held for long enough. */
  private AlertState indicate(
      AlertState state,
      Instant time,
      int indicated,
      @Nullable BigDecimal measure,
      List<AlertEmission> emissions) {
    List<@Nullable Instant> reached = new ArrayList<>(state.reached());
    int held = 0;
    for (int level = 1; level <= reached.size(); level++) {
      Instant since = reached.get(level - 1);
      if (level > indicated) {
        reached.set(level - 1, null);
      } else if (since == null) {
        since = time;
        reached.set(level - 1, since);
      }
      if (level <= indicated && since != null && !time.isBefore(since.plus(rule.held()))) {
        held = level;
      }
    }
    AlertState now =
        new AlertState(
            state.now(), state.seen(), state.memory(), indicated, reached, state.episode());
    // A level that is not held for long enough yet keeps the alert at the level that it has.
    int level = Math.max(held, Math.min(indicated, state.level()));
    return lifecycle.level(now, time, level, measure, emissions);
  }

  /** Absence: when the next level is reached. */
  private Optional<Instant> nextSilence(AlertState state) {
    if (!(rule.condition() instanceof Absence absence)
        || state.indicated() == rule.levels().size()) {
      return Optional.empty();
    }
    Instant last = state.seen().get(absence.metric());
    Level next = rule.levels().get(state.indicated());
    Duration after = next.after();
    return last == null || after == null ? Optional.empty() : Optional.of(last.plus(after));
  }

  /** Co-occurrence: when the first of the parts is too long ago. */
  private Optional<Instant> nextParting(AlertState state) {
    return rule.condition() instanceof Together together && state.memory() instanceof LastHeld held
        ? held.times().stream()
            .flatMap(Stream::ofNullable)
            .map(t -> t.plus(together.within()))
            .min(Instant::compareTo)
        : Optional.empty();
  }

  private AlertState part(AlertState state, Instant time, List<AlertEmission> emissions) {
    if (!(rule.condition() instanceof Together together)
        || !(state.memory() instanceof LastHeld held)) {
      return state;
    }
    List<@Nullable Instant> times = new ArrayList<>();
    for (Instant at : held.times()) {
      times.add(at != null && at.plus(together.within()).isAfter(time) ? at : null);
    }
    AlertState parted =
        new AlertState(
            time,
            state.seen(),
            new LastHeld(times),
            state.indicated(),
            state.reached(),
            state.episode());
    return indicate(parted, time, 0, null, emissions);
  }
}
