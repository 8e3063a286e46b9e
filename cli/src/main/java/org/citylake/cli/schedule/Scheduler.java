package org.citylake.cli.schedule;

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
    // To the second, as it is recorded.
    clock = Clock.tick(clock, Duration.ofSeconds(1));
  }

  /**
   * Plans the slots that are due and tries what is open. Failures of packages and destinations are
   * recorded and told in the result.
   *
   * @throws CityLakeException when the record itself cannot be used
   */
  public Round round() {
    List<String> warnings = new ArrayList<>();
    Instant now = clock.instant();
    Instant seen = store.seen(now);
    if (now.isBefore(seen.minus(TOLERATED))) {
      warnings.add(
          "The clock says "
              + now
              + ", but it was "
              + seen
              + " already: no slot is repeated, the next ones come when it is past the last");
    }
    new SlotPlanner(store, clock).plan(exports);
    List<SlotDelivery> changed = new ArrayList<>();
    for (List<SlotDelivery> slot : slots(store.open()).values()) {
      changed.addAll(work(slot));
    }
    if (!changed.isEmpty()) {
      LOG.info("Round of the schedules: {}", changed);
    }
    return new Round(changed, store.open(), warnings);
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
    List<SlotDelivery> due = slot.stream().filter(d -> retry.due(d, clock.instant())).toList();
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
      SlotDelivery after = attempt().deliver(export.get(), delivery, given);
      store.record(List.of(after));
      changed.add(after);
    }
    return changed;
  }

  private SlotDelivery written(SlotDelivery delivery, String release) {
    boolean home = delivery.destination().equals(SlotDelivery.HOME);
    return delivery.state() == SlotState.PLANNED || delivery.release().isEmpty() || home
        ? delivery.written(release, clock.instant())
        : delivery;
  }

  private DeliveryAttempt attempt() {
    return new DeliveryAttempt(deliveries, retry, clock);
  }

  private List<SlotDelivery> fail(List<SlotDelivery> due, Exception cause) {
    List<SlotDelivery> failed = due.stream().map(d -> attempt().failed(d, cause)).toList();
    store.record(failed);
    return failed;
  }

  private List<SlotDelivery> replace(List<SlotDelivery> slot, String why) {
    List<SlotDelivery> replaced = slot.stream().map(d -> d.replaced(why, clock.instant())).toList();
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
}
