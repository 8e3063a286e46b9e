package org.citylake.entities.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.citylake.core.declaration.AlertDeclaration;
import org.citylake.core.declaration.AlertDeclaration.Deviation;
import org.citylake.entities.Shipped;
import org.citylake.entities.alert.AlertEmission.Kind;
import org.citylake.entities.alert.AlertInput.Acknowledgement;
import org.citylake.entities.alert.AlertInput.Reading;
import org.citylake.entities.alert.AlertInput.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestAlertMachine {
  private static final Instant START = Instant.parse("2016-07-20T00:00:00Z");
  private static final long MINUTE = 60;

  static List<AlertDeclaration> rules() {
    return Shipped.LIBRARY.alerts();
  }

  private static AlertDeclaration rule(String name) {
    return rules().stream().filter(r -> r.rule().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theOrderOfArrivalChangesNothing(AlertDeclaration rule) {
    Random random = new Random(20160720);
    boolean some = false;
    for (int run = 0; run < 12; run++) {
      List<AlertInput> inputs = inputs(rule, random);
      List<AlertEmission> told = AlertRun.of(rule, inputs);
      some |= !told.isEmpty();
      List<AlertInput> shuffled = new ArrayList<>(inputs);
      Collections.shuffle(shuffled, random);
      // Some come twice.
      shuffled.addAll(inputs.subList(0, inputs.size() / 3));
      assertThat(AlertRun.of(rule, shuffled)).isEqualTo(told);
    }
    assertThat(some).as("an alert in the random inputs of " + rule.rule()).isTrue();
  }

  /** A stream feeds timers as watermarks come; what people are told must not depend on it. */
  @ParameterizedTest
  @MethodSource("rules")
  void timersInBetweenChangeNothing(AlertDeclaration rule) {
    Random random = new Random(7);
    for (int run = 0; run < 12; run++) {
      List<AlertInput> inputs = inputs(rule, random);
      List<AlertInput> more = new ArrayList<>(inputs);
      for (int i = 0; i < 200; i++) {
        more.add(new Timer(START.plusSeconds(random.nextInt(4500) * 10L * MINUTE)));
      }
      inputs.add(new Timer(START.plusSeconds(50_000 * MINUTE)));
      more.add(new Timer(START.plusSeconds(50_000 * MINUTE)));
      assertThat(AlertRun.of(rule, more)).isEqualTo(AlertRun.of(rule, inputs));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aStateThatIsStoredAndReadGoesOnAlike(AlertDeclaration rule) throws Exception {
    AlertMachine machine = new AlertMachine(rule);
    AlertState state = machine.initial();
    for (AlertInput input : inputs(rule, new Random(3)).stream().sorted().toList()) {
      AlertState copy = copy(state);
      assertThat(copy).isEqualTo(state);
      AlertStep step = machine.step(state, input);
      assertThat(machine.step(copy, input)).isEqualTo(step);
      state = step.state();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void anAlertBeginsBeforeItEndsAndIsNeverRaisedTwice(AlertDeclaration rule) {
    Random random = new Random(11);
    for (int run = 0; run < 12; run++) {
      boolean open = false;
      for (AlertEmission emission : AlertRun.of(rule, inputs(rule, random))) {
        boolean begins = emission.kind() == Kind.RAISED || emission.kind() == Kind.REOPENED;
        assertThat(open).as(emission.toString()).isEqualTo(!begins);
        open = emission.kind() != Kind.RECOVERED;
      }
    }
  }

  @Test
  void anInputOlderThanTheLastIsNotTaken() {
    AlertMachine machine = new AlertMachine(rule("pm25_heavy"));
    AlertState state = machine.step(machine.initial(), reading(60, "pm25", "20")).state();
    AlertStep late = machine.step(state, reading(0, "pm25", "900"));
    assertThat(late.taken()).isFalse();
    assertThat(late.state()).isEqualTo(state);
  }

  @Test
  void aMetricThatTheRuleDoesNotWatchIsNotTaken() {
    AlertMachine machine = new AlertMachine(rule("pm25_heavy"));
    assertThat(machine.step(machine.initial(), reading(0, "no2", "900")).taken()).isFalse();
  }

  @Test
  void hoursWithAGapInBetweenDoNotAddUp() {
    AlertDeclaration heavy = rule("pm25_heavy");
    List<AlertInput> whole = new ArrayList<>();
    for (int hour : new int[] {0, 1, 2, 3}) {
      whole.add(reading(hour * 60L, "pm25", "130"));
    }
    assertThat(AlertRun.of(heavy, whole)).extracting(AlertEmission::kind).contains(Kind.RAISED);
    List<AlertInput> gap =
        List.of(reading(0, "pm25", "130"), reading(60, "pm25", "130"), reading(300, "pm25", "130"));
    assertThat(AlertRun.of(heavy, gap)).isEmpty();
  }

  @Test
  void anAcknowledgedAlertIsNotEscalatedUntilItGetsWorse() {
    List<AlertInput> inputs = new ArrayList<>();
    for (int hour = 0; hour < 13; hour++) {
      inputs.add(reading(hour * 60L, "pm25", hour < 6 ? "130" : "160"));
    }
    inputs.add(new Acknowledgement(START.plusSeconds(181 * MINUTE), "值班员"));
    assertThat(AlertRun.of(rule("pm25_heavy"), inputs))
        .extracting(AlertEmission::kind)
        .containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED, Kind.WORSENED, Kind.ESCALATED);
  }

  @Test
  void anAlertThatComesBackSoonIsTheSameOne() {
    List<AlertEmission> told =
        AlertRun.of(
            rule("pm25_rising_fast"),
            List.of(
                reading(0, "pm25", "10"),
                reading(60, "pm25", "100"),
                reading(120, "pm25", "20"),
                reading(240, "pm25", "190"),
                reading(300, "pm25", "30"),
                reading(660, "pm25", "10"),
                reading(720, "pm25", "100")));
    assertThat(told)
        .extracting(AlertEmission::kind)
        .containsExactly(Kind.RAISED, Kind.RECOVERED, Kind.REOPENED, Kind.RECOVERED, Kind.RAISED);
    assertThat(told.get(2).opened()).isEqualTo(told.get(0).opened());
    assertThat(told.get(4).opened()).isNotEqualTo(told.get(0).opened());
  }

  @Test
  void theNextTimerIsWhenSomethingHappensByItself() {
    AlertMachine machine = new AlertMachine(rule("pm25_silent"));
    assertThat(machine.nextTimer(machine.initial())).isEmpty();
    AlertState state = machine.step(machine.initial(), reading(0, "pm25", "20")).state();
    Optional<Instant> due = machine.nextTimer(state);
    assertThat(due).hasValue(START.plusSeconds(240 * MINUTE));
    assertThat(machine.step(state, new Timer(due.orElseThrow())).emissions())
        .extracting(AlertEmission::kind)
        .containsExactly(Kind.RAISED);
    assertThat(machine.step(state, new Timer(due.orElseThrow().minusMillis(1))).emissions())
        .isEmpty();
  }

  private static Reading reading(long minutes, String metric, String value) {
    return new Reading(START.plusSeconds(minutes * MINUTE), metric, new BigDecimal(value));
  }

  /** Days of irregular readings, spells of bad ones, gaps and acknowledgements. */
  private static List<AlertInput> inputs(AlertDeclaration rule, Random random) {
    List<AlertInput> inputs = new ArrayList<>();
    // A deviation needs its history.
    int count = rule.condition() instanceof Deviation ? 1500 : 120;
    boolean bad = false;
    for (int i = 0; i < count; i++) {
      bad = random.nextInt(bad ? 8 : 30) == 0 ? !bad : bad;
      Instant at = START.plusSeconds((i * 30L + random.nextInt(3) * 10L) * MINUTE);
      for (String metric : rule.condition().metrics()) {
        if ((random.nextInt(6) > 0 && (i / 30) % 2 == 0) || random.nextInt(20) == 0) {
          int value = bad ? 100 + random.nextInt(900) : random.nextInt(60);
          inputs.add(new Reading(at, metric, BigDecimal.valueOf(value)));
        }
      }
      if (random.nextInt(40) == 0) {
        inputs.add(new Acknowledgement(at, "值班员"));
      }
    }
    return inputs;
  }

  private static AlertState copy(AlertState state) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (AlertState) in.readObject();
    }
  }
}
