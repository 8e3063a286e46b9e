package org.citylake.cli.schedule;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.citylake.cli.delivery.Delivery;
import org.citylake.cli.delivery.SlotPackage;
import org.citylake.core.CityLakeException;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.ExportDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to bring a slot's package to a destination, and what is recorded of it.
 *
 * @param deliveries how to reach a destination
 * @param retry when to try again
 * @param clock tells the time, to the second
 */
record DeliveryAttempt(
    Function<ExportDestination, Delivery> deliveries, RetryRule retry, Clock clock) {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

  /** Delivers; a failure is the state that it gives. */
  SlotDelivery deliver(ExportDeclaration export, SlotDelivery delivery, SlotPackage given) {
    Optional<ExportDestination> destination =
        export.destinations().stream()
            .filter(d -> d.name().equals(delivery.destination()))
            .findFirst();
    if (destination.isEmpty()) {
      return delivery.replaced("The export has no such destination any more", clock.instant());
    }
    try {
      Delivery way = deliveries.apply(destination.get());
      Delivery.Outcome outcome = Failsafe.with(retry.withinAttempt()).get(() -> way.deliver(given));
      return delivery.delivered(
          switch (outcome) {
            case DELIVERED -> "";
            case THERE_ALREADY -> "It was there already";
          },
          clock.instant());
    } catch (RuntimeException e) {
      Throwable cause = e instanceof FailsafeException && e.getCause() != null ? e.getCause() : e;
      return failed(delivery, cause);
    }
  }

  /** The state after a failure. */
  SlotDelivery failed(SlotDelivery delivery, Throwable cause) {
    Instant now = clock.instant();
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
}
