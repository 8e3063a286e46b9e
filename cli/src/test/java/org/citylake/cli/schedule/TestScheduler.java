package org.citylake.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.citylake.cli.schedule.Schedules.Failure;
import org.citylake.cli.schedule.Schedules.Killed;
import org.citylake.cli.state.HomeLock;
import org.citylake.core.schedule.CatchUp;
import org.citylake.metrics.export.ExportVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestScheduler {
  private static final String DECEMBER = "20161201T000000Z";
  private static final String JANUARY = "20170101T000000Z";
  private static final String FEBRUARY = "20170201T000000Z";

  private final Path folder;

  TestScheduler(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A home that the scheduler has seen on 21 November. */
  private Schedules seen(CatchUp catchUp) throws IOException {
    Schedules schedules = new Schedules(folder, catchUp);
    assertThat(schedules.round().changed()).isEmpty();
    return schedules;
  }

  @Test
  void aSlotIsWrittenAndDeliveredOnce() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:10Z");
      Round first = schedules.round();
      Round second = schedules.round();

      assertThat(first.changed())
          .extracting(SlotDelivery::destination, SlotDelivery::state, SlotDelivery::release)
          .containsExactly(
              tuple("home", SlotState.DELIVERED, "r1"), tuple("share", SlotState.DELIVERED, "r1"));
      assertThat(second.changed()).isEmpty();
      assertThat(second.open()).isEmpty();
      assertThat(schedules.delivered()).containsExactly(DECEMBER);
      assertThat(schedules.attempts).hasSize(1);
      assertThat(
              ExportVerifier.verify(schedules.share.resolve("figures").resolve(DECEMBER)).valid())
          .isTrue();
    }
  }

  @Test
  void slotsFromBeforeTheScheduleWasSeenAreNotMadeUpFor() throws IOException {
    try (Schedules schedules = new Schedules(folder, CatchUp.ALL)) {
      schedules.clock.set("2017-02-10T00:00:00Z");

      assertThat(schedules.round().changed()).isEmpty();
      assertThat(schedules.delivered()).isEmpty();
    }
  }

  @Test
  void afterADowntimeTheLatestSlotIsMadeUpFor() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2017-02-10T00:00:00Z");
      schedules.round();

      assertThat(schedules.delivered()).containsExactly(FEBRUARY);
    }
  }

  @Test
  void afterADowntimeAllSlotsAreMadeUpForWhereThatIsDeclared() throws IOException {
    try (Schedules schedules = seen(CatchUp.ALL)) {
      schedules.clock.set("2017-02-10T00:00:00Z");
      schedules.round();

      assertThat(schedules.delivered()).containsExactly(DECEMBER, JANUARY, FEBRUARY);
      assertThat(schedules.round().changed()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(CatchUp.class)
  void aClockThatIsSetBackRepeatsNoSlotAndIsWarnedOf(CatchUp catchUp) throws IOException {
    try (Schedules schedules = seen(catchUp)) {
      schedules.clock.set("2017-01-15T00:00:00Z");
      schedules.round();
      int before = schedules.attempts.size();

      schedules.clock.set("2016-11-30T23:59:00Z");
      Round back = schedules.round();
      schedules.clock.set("2016-12-02T00:00:00Z");
      schedules.round();
      schedules.clock.set("2017-01-01T00:00:30Z");
      schedules.round();

      assertThat(back.warnings()).singleElement().asString().contains("no slot is repeated");
      assertThat(schedules.attempts).hasSize(before);
      schedules.clock.set("2017-02-01T00:00:00Z");
      schedules.round();
      assertThat(schedules.delivered()).endsWith(FEBRUARY);
      assertThat(schedules.attempts).hasSize(before + 1);
    }
  }

  @Test
  void aDestinationThatIsDownForADayGetsTheSlotOnceItIsBack() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.DOWN;
      Round first = schedules.round();
      for (int minute = 0; minute < 24 * 60; minute++) {
        schedules.clock.forward(Duration.ofMinutes(1));
        schedules.round();
      }
      int whileDown = schedules.attempts.size();
      schedules.failure = Failure.NONE;
      schedules.clock.forward(Duration.ofMinutes(75));
      Round back = schedules.round();

      assertThat(first.failed())
          .singleElement()
          .satisfies(d -> assertThat(d.message()).isEqualTo("IOException: connection refused"));
      // Each attempt is two tries; about one an hour after the first few.
      assertThat(whileDown).isBetween(40, 80);
      assertThat(back.failed()).isEmpty();
      assertThat(schedules.delivered()).containsExactly(DECEMBER);
      assertThat(schedules.states()).containsExactly("2016-12-01T00:00:00Z delivered");
      assertThat(schedules.store().audit().stream().filter(d -> d.state() == SlotState.FAILED))
          .hasSize(whileDown / 2);
    }
  }

  @Test
  void aNewerSlotTakesThePlaceOfOneThatCouldNotBeDelivered() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.DOWN;
      schedules.round();
      schedules.failure = Failure.NONE;
      schedules.clock.set("2017-01-01T00:00:00Z");
      schedules.round();

      assertThat(schedules.delivered()).containsExactly(JANUARY);
      assertThat(schedules.states())
          .containsExactly("2017-01-01T00:00:00Z delivered", "2016-12-01T00:00:00Z replaced");
    }
  }

  @Test
  void whereAllAreToBeMadeUpForNoSlotTakesThePlaceOfAnother() throws IOException {
    try (Schedules schedules = seen(CatchUp.ALL)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.DOWN;
      schedules.round();
      schedules.failure = Failure.NONE;
      schedules.clock.set("2017-01-01T00:00:00Z");
      schedules.round();

      assertThat(schedules.delivered()).containsExactly(DECEMBER, JANUARY);
    }
  }

  @Test
  void aSlotKeepsTheReleaseThatItWasWrittenFrom() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.DOWN;
      schedules.round();
      schedules.failure = Failure.NONE;
      schedules.release = "r2";
      schedules.clock.forward(Duration.ofHours(2));
      schedules.round();

      assertThat(
              Files.readString(
                  schedules.share.resolve("figures").resolve(DECEMBER).resolve("manifest.json")))
          .contains("\"r1\"");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED_AFTER", "KILLED_BEFORE"})
  void aSlotIsDeliveredOnceHoweverTheProcessWasKilled(Failure killed) throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = killed;
      assertThatThrownBy(schedules::round).isInstanceOf(Killed.class).hasMessage(null);

      schedules.restart();
      schedules.release = "r2";
      Round after = schedules.round();

      assertThat(after.failed()).isEmpty();
      assertThat(schedules.delivered()).containsExactly(DECEMBER);
      assertThat(schedules.states()).containsExactly("2016-12-01T00:00:00Z delivered");
      SlotDelivery share = schedules.store().newest(2).get(1);
      assertThat(share.release()).isEqualTo("r1");
      assertThat(share.message())
          .isEqualTo(killed == Failure.KILLED_AFTER ? "It was there already" : "");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALTED_AFTER", "HALTED_BEFORE"})
  void theNextProcessTakesTheLockOfAKilledOneAndDeliversOnce(Failure halted) throws Exception {
    int code = HaltedProcess.run(folder, halted);

    assertThat(code).as(Files.readString(folder.resolve("halted.log"))).isEqualTo(Schedules.HALTED);
    try (Schedules schedules = new Schedules(folder, CatchUp.LATEST);
        HomeLock lock = HomeLock.takeSchedule(schedules.home)) {
      schedules.clock.set("2016-12-01T00:05:00Z");
      Round round = schedules.round();

      assertThat(round.open()).isEmpty();
      assertThat(schedules.delivered()).containsExactly(DECEMBER);
      assertThat(
              ExportVerifier.verify(schedules.share.resolve("figures").resolve(DECEMBER)).valid())
          .isTrue();
      assertThat(schedules.store().newest(2).get(1).message())
          .isEqualTo(halted == Failure.HALTED_AFTER ? "It was there already" : "");
    }
  }

  @Test
  void aFullDiskFailsTheSlotAndItIsWrittenWhenThereIsSpace() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.FULL;
      Round full = schedules.round();
      schedules.failure = Failure.NONE;
      Round early = schedules.round();
      schedules.clock.forward(Duration.ofMinutes(2));
      schedules.round();

      assertThat(full.failed())
          .hasSize(2)
          .allSatisfy(d -> assertThat(d.message()).contains("No space left on device"));
      assertThat(early.changed()).isEmpty();
      assertThat(schedules.attempts).hasSize(1);
      assertThat(schedules.delivered()).containsExactly(DECEMBER);
      assertThat(schedules.store().open()).isEmpty();
    }
  }

  @Test
  void aScheduleThatIsTakenAwayIsGivenUp() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.failure = Failure.DOWN;
      schedules.round();
      schedules.undeclare();
      schedules.clock.forward(Duration.ofHours(2));
      Round round = schedules.round();

      assertThat(round.open()).isEmpty();
      assertThat(schedules.states()).containsExactly("2016-12-01T00:00:00Z replaced");
    }
  }

  @Test
  void theRecordSaysEveryStep() throws IOException {
    try (Schedules schedules = seen(CatchUp.LATEST)) {
      schedules.clock.set("2016-12-01T00:00:00Z");
      schedules.round();

      assertThat(schedules.store().audit())
          .extracting(d -> d.destination() + " " + d.state().text())
          .containsExactly(
              "home planned",
              "share planned",
              "home delivered",
              "share written",
              "share delivered");
      assertThat(schedules.store().audit().get(0).slot())
          .isEqualTo(Instant.parse("2016-12-01T00:00:00Z"));
    }
  }
}
