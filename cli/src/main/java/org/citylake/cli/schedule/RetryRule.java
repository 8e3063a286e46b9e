package org.citylake.cli.schedule;

import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a delivery that failed is tried again. Within an attempt a few times at once, for what
 * passes in seconds; then on later rounds, each twice as late as the one before up to the longest
 * wait, so that a destination that is down for a day is neither flooded nor forgotten. All waits
 * vary by a fifth, so that many homes do not come at one moment.
 *
 * @param atOnce how often it is tried again within an attempt
 * @param firstPause before the first of these; twice as long before each further one
 * @param firstWait before the next round
 * @param longestWait between rounds
 * @param random for the variation
 */
public record RetryRule(
    int atOnce,
    Duration firstPause,
    Duration firstWait,
    Duration longestWait,
    RandomGenerator random) {
  private static final double VARIATION = 0.2;
  private static final int LONGEST_PAUSE = 8;

  /** Twice again within an attempt, then from a minute up to an hour. */
  public static RetryRule standard(RandomGenerator random) {
    return new RetryRule(
        2, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1), random);
  }

  /** The policy within an attempt: failures of the destination only, no defects and no secrets. */
  RetryPolicy<Object> withinAttempt() {
    return RetryPolicy.builder()
        .handle(IOException.class)
        .withMaxRetries(atOnce)
        .withBackoff(firstPause, firstPause.multipliedBy(LONGEST_PAUSE))
        .withJitter(VARIATION)
        .build();
  }

  /**
   * When to try again.
   *
   * @param attempts how many have failed, at least one
   */
  Instant next(Instant now, int attempts) {
    double factor = Math.pow(2, Math.min(30, attempts - 1));
    double seconds = Math.min((double) longestWait.toSeconds(), firstWait.toSeconds() * factor);
    double varied = seconds * (1 + VARIATION * (2 * random.nextDouble() - 1));
    return now.plusSeconds(Math.round(varied));
  }

  /** Whether it is time; a clock that was set back must not make anybody wait for the old one. */
  boolean due(SlotDelivery delivery, Instant now) {
    Instant next = delivery.nextAttempt();
    long longest = Math.round(longestWait.toSeconds() * (1 + VARIATION)) + 1;
    boolean beyondReason = next.isAfter(now.plusSeconds(longest));
    return !next.isAfter(now) || (delivery.state() == SlotState.FAILED && beyondReason);
  }
}
