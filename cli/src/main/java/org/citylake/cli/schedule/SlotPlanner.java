package org.citylake.cli.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.citylake.core.declaration.ExportSchedule;

/**
 * Writes the slots that are due into the record. The first is that after the schedule was first
 * seen; none comes twice.
 *
 * @param store the record
 * @param clock tells the time, to the second
 */
record SlotPlanner(ScheduleStore store, Clock clock) {
  /** Plans what is due of every export that has a schedule. */
  void plan(List<ExportDeclaration> exports) {
    exports.forEach(this::plan);
  }

  private void plan(ExportDeclaration export) {
    if (export.schedule().isEmpty()) {
      return;
    }
    ExportSchedule schedule = export.schedule().get();
    String text = schedule.cron() + " " + schedule.zone();
    Instant now = clock.instant();
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
}
