package org.citylake.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TestRetryRule {
  private static final Instant NOW = Instant.parse("2016-12-01T00:00:00Z");

  private final RetryRule rule = RetryRule.standard(new Random(7));

  private long wait(int attempts) {
    return Duration.between(NOW, rule.next(NOW, attempts)).toSeconds();
  }

  @Test
  void eachWaitIsTwiceTheOneBeforeUpToAnHourGiveOrTakeAFifth() {
    assertThat(wait(1)).isBetween(48L, 72L);
    assertThat(wait(2)).isBetween(96L, 144L);
    assertThat(wait(3)).isBetween(192L, 288L);
    assertThat(wait(7)).isBetween(2880L, 4320L);
    assertThat(wait(1000)).isBetween(2880L, 4320L);
  }

  @Test
  void aClockThatWasSetBackDoesNotMakeAFailedSlotWaitForTheOldOne() {
    SlotDelivery planned = SlotDelivery.planned("figures", NOW, "share", NOW);
    SlotDelivery soon = planned.failed("down", NOW.plusSeconds(60), NOW);
    SlotDelivery afterTheClockWentBack = planned.failed("down", NOW.plusSeconds(90_000), NOW);

    assertThat(rule.due(planned, NOW)).isTrue();
    assertThat(rule.due(soon, NOW)).isFalse();
    assertThat(rule.due(soon, NOW.plusSeconds(60))).isTrue();
    assertThat(rule.due(afterTheClockWentBack, NOW)).isTrue();
  }
}
