package org.citylake.cli.schedule;

import java.util.LinkedHashMap;
import java.util.Map;

/** Slots as the command tells them. */
public final class ScheduleText {
  private ScheduleText() {}

  /** One line for people. */
  public static String line(SlotDelivery delivery) {
    return "%s  %s  %-12s %-9s %s%s%s"
        .formatted(
            delivery.slot(),
            delivery.export(),
            delivery.destination(),
            delivery.state().text(),
            delivery.release().isEmpty() ? "-" : delivery.release(),
            delivery.state() == SlotState.FAILED
                ? "  attempt " + delivery.attempts() + ", next " + delivery.nextAttempt()
                : "",
            delivery.message().isEmpty() ? "" : "  " + delivery.message());
  }

  /** One object for machines. */
  public static Map<String, Object> object(SlotDelivery delivery) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("export", delivery.export());
    object.put("slot", delivery.slot().toString());
    object.put("destination", delivery.destination());
    object.put("state", delivery.state().text());
    object.put("release", delivery.release());
    object.put("attempts", delivery.attempts());
    object.put("next_attempt", delivery.nextAttempt().toString());
    object.put("message", delivery.message());
    object.put("updated", delivery.updated().toString());
    return object;
  }
}
