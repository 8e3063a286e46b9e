package org.citylake.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCronSchedule {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final CronSchedule monthly = CronSchedule.parse("0 8 1 * *", SHANGHAI);

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void aSlotIsLocalToTheZone() {
    assertThat(monthly.next(at("2016-11-21T00:00:00Z"))).contains(at("2016-12-01T00:00:00Z"));
  }

  @Test
  void theSlotItselfIsDueAndNotDueAgain() {
    Instant slot = at("2016-12-01T00:00:00Z");

    assertThat(monthly.dueSlots(at("2016-11-21T00:00:00Z"), slot, CatchUp.ALL))
        .containsExactly(slot);
    assertThat(monthly.dueSlots(at("2016-11-21T00:00:00Z"), slot, CatchUp.LATEST))
        .containsExactly(slot);
    assertThat(monthly.dueSlots(slot, slot, CatchUp.ALL)).isEmpty();
    assertThat(monthly.dueSlots(slot, slot, CatchUp.LATEST)).isEmpty();
  }

  @Test
  void afterADowntimeTheLatestOrAllAreDue() {
    Instant last = at("2016-12-01T00:00:00Z");
    Instant now = at("2017-03-15T12:00:00Z");

    assertThat(monthly.dueSlots(last, now, CatchUp.LATEST))
        .containsExactly(at("2017-03-01T00:00:00Z"));
    assertThat(monthly.dueSlots(last, now, CatchUp.ALL))
        .containsExactly(
            at("2017-01-01T00:00:00Z"), at("2017-02-01T00:00:00Z"), at("2017-03-01T00:00:00Z"));
  }

  @Test
  void aClockThatIsSetBackRepeatsNoSlot() {
    Instant last = at("2017-03-01T00:00:00Z");

    for (CatchUp rule : CatchUp.values()) {
      assertThat(monthly.dueSlots(last, at("2017-01-15T00:00:00Z"), rule)).isEmpty();
      assertThat(monthly.dueSlots(last, at("2017-03-01T00:00:00Z"), rule)).isEmpty();
    }
  }

  @Test
  void aLongDowntimeIsCaughtUpWithInParts() {
    CronSchedule everyMinute = CronSchedule.parse("* * * * *", SHANGHAI);
    Instant last = at("2016-12-01T00:00:00Z");

    List<Instant> due = everyMinute.dueSlots(last, at("2016-12-02T00:00:00Z"), CatchUp.ALL);

    assertThat(due).hasSize(CronSchedule.MOST).startsWith(at("2016-12-01T00:01:00Z"));
  }

  @Test
  void aLocalTimeThatComesTwiceHasOneSlotAndOneThatIsSkippedHasNone() {
    CronSchedule nightly = CronSchedule.parse("30 2 * * *", BERLIN);

    assertThat(
            nightly.dueSlots(at("2026-10-24T12:00:00Z"), at("2026-10-26T12:00:00Z"), CatchUp.ALL))
        .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
    assertThat(
            nightly.dueSlots(
                at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z"), CatchUp.LATEST))
        .containsExactly(at("2026-10-25T00:30:00Z"));
    assertThat(
            nightly.dueSlots(at("2026-03-28T12:00:00Z"), at("2026-03-30T12:00:00Z"), CatchUp.ALL))
        .containsExactly(at("2026-03-30T00:30:00Z"));
  }

  @Test
  void anHourlyScheduleHasBothOfTheRepeatedHours() {
    CronSchedule hourly = CronSchedule.parse("0 * * * *", BERLIN);

    assertThat(hourly.dueSlots(at("2026-10-25T00:00:00Z"), at("2026-10-25T02:00:00Z"), CatchUp.ALL))
        .containsExactly(at("2026-10-25T01:00:00Z"), at("2026-10-25T02:00:00Z"));
  }

  @Test
  void aDayThatNeverComesHasNoSlot() {
    assertThat(CronSchedule.parse("0 0 30 2 *", SHANGHAI).next(Instant.EPOCH)).isEmpty();
  }

  @Test
  void anExpressionThatIsNoneIsNamed() {
    assertThatThrownBy(() -> CronSchedule.parse("0 25 * * *", SHANGHAI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("25");
  }
}
