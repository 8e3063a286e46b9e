package org.citylake.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.citylake.core.CityLakeException;
import org.citylake.core.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestScheduleStore {
  private static final Instant SLOT = Instant.parse("2016-12-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2017-01-01T00:00:00Z");

  private final Home home;

  TestScheduleStore(@TempDir Path folder) {
    this.home = new Home(folder);
  }

  @Test
  void theLastSlotOnlyGoesForward() {
    try (ScheduleStore store = ScheduleStore.open(home)) {
      store.plan("figures", "0 8 1 * * Asia/Shanghai", LATER, List.of());
      store.plan("figures", "0 8 1 * * Asia/Shanghai", SLOT, List.of());

      assertThat(store.findLastSlot("figures", "0 8 1 * * Asia/Shanghai")).contains(LATER);
      assertThat(store.findLastSlot("figures", "0 9 1 * * Asia/Shanghai")).isEmpty();
    }
  }

  @Test
  void aSlotThatWasPlannedIsNotPlannedAgain() {
    SlotDelivery planned = SlotDelivery.planned("figures", SLOT, "share", SLOT);
    try (ScheduleStore store = ScheduleStore.open(home)) {
      store.plan("figures", "s", SLOT, List.of(planned));
      store.record(List.of(planned.written("r1", SLOT).delivered("", SLOT)));
      store.plan("figures", "s", SLOT, List.of(planned));

      assertThat(store.open()).isEmpty();
      assertThat(store.audit()).hasSize(2);
    }
  }

  @Test
  void whatWasRecordedIsThereInTheNextProcess() {
    SlotDelivery failed =
        SlotDelivery.planned("figures", SLOT, "share", SLOT).failed("down", LATER, SLOT);
    try (ScheduleStore store = ScheduleStore.open(home)) {
      store.record(List.of(failed));
    }
    try (ScheduleStore store = ScheduleStore.open(home)) {
      assertThat(store.open()).containsExactly(failed);
      assertThat(store.failures()).isEqualTo(1);
    }
  }

  @Test
  void theLatestTimeIsKeptWhenTheClockIsSetBack() {
    try (ScheduleStore store = ScheduleStore.open(home)) {
      assertThat(store.seen(LATER)).isEqualTo(LATER);
      assertThat(store.seen(SLOT)).isEqualTo(LATER);
      assertThat(store.seen(SLOT)).isEqualTo(LATER);
    }
  }

  @Test
  void aRecordThatIsNoDatabaseIsNamed() throws IOException {
    home.create();
    Files.writeString(home.scheduleDatabase(), "no database, but long enough to look at".repeat(9));

    assertThatThrownBy(() -> ScheduleStore.open(home))
        .isInstanceOf(CityLakeException.class)
        .hasMessageContaining("Cannot use the record of schedules " + home.scheduleDatabase());
  }
}
