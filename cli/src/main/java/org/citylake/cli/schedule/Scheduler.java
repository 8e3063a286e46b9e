package org.citylake.cli.schedule;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.cli.delivery.Delivery;
import org.citylake.cli.delivery.SlotPackage;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.ExportSchedule;
import org.citylake.core.schedule.CatchUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each slot of each export to each of its destinations. A slot goes from planned to written
 * (its package stands in the home) to delivered; every step is recorded before the next begins.
 * What was done and not recorded, because the process was killed between, is found at the
 * destination, so it is not done twice. A slot keeps the release that it was written from.
 *
 * <p>Slots only go forward: an export's first slot is the first after the scheduler first saw its
 * schedule; a clock that is set back has no slot again.
 *
 * @param exports all exports
 * @param store the record
 * @param packages where packages come from
 * @param deliveries how to reach a destination
 * @param retry when to try again
 * @param clock tells the time
 */
public record Scheduler(
    List<ExportDeclaration> exports,
    ScheduleStore store,
    PackageSource packages,
    Function<ExportDestination, Delivery> deliveries,
    RetryRule retry,
    Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration TOLERATED = Duration.ofMinutes(1);

  public Scheduler {
    exports = List.copyOf(exports);
  }

  /**
   * Plans the slots that are due and tries what is open. Failures of packages and destinations are
   * recorded and told in the result.
   *
   * @throws CityLakeException when the record itself cannot be used
   */
  public Round round() {
    List<String> warnings = new ArrayList<>();
    Instant now = now();
    Instant seen = store.seen(now);
    if (now.isBefore(seen.minus(TOLERATED))) {
      warnings.add(
          "The clock says "
              + now
              + ", but it was "
              + seen
              + " already: no slot is repeated, the next ones come when it is past the last");
    }
    exports.forEach(this::plan);
    List<SlotDelivery> changed = new ArrayList<>();
    for (List<SlotDelivery> slot : slots(store.open()).values()) {
      changed.addAll(work(slot));
    }
    if (!changed.isEmpty()) {
      LOG.info("Round of the schedules: {}", changed);
    }
    return new Round(changed, store.open(), warnings);
  }

  private void plan(ExportDeclaration export) {
    if (export.schedule().isEmpty()) {
      return;
    }
    ExportSchedule schedule = export.schedule().get();
    String text = schedule.cron() + " " + schedule.zone();
    Instant now = now();
    Optional<Instant> last = store.findLastSlot(export.name(), text);
    if (last.isEmpty()) {
      store.plan(export.name(), text, now, List.of());
      return;
    }
    List<Instant> due = schedule.slots().dueSlots(last.get(), now, schedule.catchUp());
    List<SlotDelivery> planned = new ArrayList<>();
    for (Instant slot : due) {
      planned.add(SlotDelivery.planned(export.name(), slot, SlotDelivery.HOME, now));
      for (ExportDestination destination : export.destinations()) {
        planned.add(SlotDelivery.planned(export.name(), slot, destination.name(), now));
      }
    }
    if (!planned.isEmpty()) {
      store.plan(export.name(), text, due.get(due.size() - 1), planned);
    }
  }

  /** Works on one slot of one export; gives the deliveries that changed. */
  private List<SlotDelivery> work(List<SlotDelivery> slot) {
    SlotDelivery first = slot.get(0);
    Optional<ExportDeclaration> export =
        exports.stream()
            .filter(e -> e.name().equals(first.export()) && e.schedule().isPresent())
            .findFirst();
    if (export.isEmpty()) {
      return replace(slot, "The export has no schedule any more");
    }
    if (export.get().schedule().get().catchUp() == CatchUp.LATEST && newer(first)) {
      return replace(slot, "A newer slot takes its place");
    }
    List<SlotDelivery> due = slot.stream().filter(d -> retry.due(d, now())).toList();
    if (due.isEmpty()) {
      return List.of();
    }
    Path folder;
    String release;
    try {
      release = release(first);
      folder = packages.write(export.get(), release);
    } catch (RuntimeException e) {
      // Whatever stops a package is recorded and tried again; other exports go on.
      return fail(due, e);
    }
    List<SlotDelivery> written = slot.stream().map(d -> written(d, release)).toList();
    store.record(written.stream().filter(d -> !slot.contains(d)).toList());
    List<SlotDelivery> changed = new ArrayList<>();
    for (int i = 0; i < slot.size(); i++) {
      SlotDelivery delivery = written.get(i);
      if (!due.contains(slot.get(i)) || !delivery.state().open()) {
        if (!delivery.equals(slot.get(i))) {
          changed.add(delivery);
        }
        continue;
      }
      SlotPackage given = new SlotPackage(delivery.export(), delivery.slot(), folder);
      SlotDelivery after = deliver(export.get(), delivery, given);
      store.record(List.of(after));
      changed.add(after);
    }
    return changed;
  }

  private SlotDelivery written(SlotDelivery delivery, String release) {
    boolean home = delivery.destination().equals(SlotDelivery.HOME);
    return delivery.state() == SlotState.PLANNED || delivery.release().isEmpty() || home
        ? delivery.written(release, now())
        : delivery;
  }

  private SlotDelivery deliver(ExportDeclaration export, SlotDelivery delivery, SlotPackage given) {
    Optional<ExportDestination> destination =
        export.destinations().stream()
            .filter(d -> d.name().equals(delivery.destination()))
            .findFirst();
    if (destination.isEmpty()) {
      return delivery.replaced("The export has no such destination any more", now());
    }
    try {
      Delivery way = deliveries.apply(destination.get());
      Delivery.Outcome outcome = Failsafe.with(retry.withinAttempt()).get(() -> way.deliver(given));
      return delivery.delivered(
          switch (outcome) {
            case DELIVERED -> "";
            case THERE_ALREADY -> "It was there already";
          },
          now());
    } catch (RuntimeException e) {
      Throwable cause = e instanceof FailsafeException && e.getCause() != null ? e.getCause() : e;
      return failed(delivery, cause);
    }
  }

  private List<SlotDelivery> fail(List<SlotDelivery> due, Exception cause) {
    List<SlotDelivery> failed = due.stream().map(d -> failed(d, cause)).toList();
    store.record(failed);
    return failed;
  }

  private SlotDelivery failed(SlotDelivery delivery, Throwable cause) {
    Instant now = now();
    String said =
        cause instanceof CityLakeException || cause instanceof IOException
            ? String.valueOf(cause.getMessage())
            : cause.toString();
    String kind = cause instanceof IOException ? cause.getClass().getSimpleName() + ": " : "";
    LOG.warn(
        "{} of {} failed on its way to {}",
        delivery.slot(),
        delivery.export(),
        delivery.destination(),
        cause);
    return delivery.failed(kind + said, retry.next(now, delivery.attempts() + 1), now);
  }

  private List<SlotDelivery> replace(List<SlotDelivery> slot, String why) {
    List<SlotDelivery> replaced = slot.stream().map(d -> d.replaced(why, now())).toList();
    store.record(replaced);
    return replaced;
  }

  private String release(SlotDelivery slot) {
    return slot.release().isEmpty() ? packages.newestRelease() : slot.release();
  }

  /** Whether a newer slot of the same export is planned or more. */
  private boolean newer(SlotDelivery slot) {
    return store.findNewestSlot(slot.export()).filter(n -> n.isAfter(slot.slot())).isPresent();
  }

  private static Map<String, List<SlotDelivery>> slots(List<SlotDelivery> open) {
    Map<String, List<SlotDelivery>> slots = new LinkedHashMap<>();
    for (SlotDelivery delivery : open) {
      slots
          .computeIfAbsent(delivery.export() + " " + delivery.slot(), k -> new ArrayList<>())
          .add(delivery);
    }
    return slots;
  }

  /** To the second, as it is recorded. */
  private Instant now() {
    return Instant.ofEpochSecond(clock.instant().getEpochSecond());
  }
}
