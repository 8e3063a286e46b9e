package org.citylake.dashboard.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords by name, whether there is such a user or not, so that the refusal does not
 * tell. Five in a row bar the name for a quarter of an hour, as the user store does for its users.
 */
final class SignInThrottle {
  private static final int ALLOWED = 5;
  private static final Duration BARRED = Duration.ofMinutes(15);
  private static final int NAMES = 10_000;

  private final Clock clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > NAMES;
        }
      };

  private record Count(int failures, Instant last) {}

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean barred(String name) {
    Count count = counts.get(name);
    return count != null
        && count.failures() >= ALLOWED
        && clock.instant().isBefore(count.last().plus(BARRED));
  }

  synchronized void failed(String name) {
    Count count = counts.remove(name);
    boolean over = count == null || clock.instant().isAfter(count.last().plus(BARRED));
    counts.put(name, new Count(over ? 1 : count.failures() + 1, clock.instant()));
  }

  synchronized void forget(String name) {
    counts.remove(name);
  }
}
