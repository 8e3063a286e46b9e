package org.citylake.access.user;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts wrong passwords, a file per user, so that page and SQL count together and a restart does
 * not begin anew. Five in a row lock for a quarter of an hour.
 */
final class FailedAttempts {
  private static final int ALLOWED = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final Path folder;
  private final Clock clock;

  FailedAttempts(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  private record Count(int failures, Instant last) {}

  /** Until when the user is locked, if he is. */
  Optional<Instant> lockedUntil(String name) {
    Count count = count(name);
    Instant until = count.last().plus(LOCK);
    return count.failures() >= ALLOWED && until.isAfter(clock.instant())
        ? Optional.of(until)
        : Optional.empty();
  }

  /** Counts a wrong password; those before the last lock or quarter of an hour are forgotten. */
  synchronized void failed(String name) {
    Count count = count(name);
    boolean over = count.last().plus(LOCK).isBefore(clock.instant());
    int failures = over ? 1 : count.failures() + 1;
    OwnerFile.write(file(name), failures + " " + clock.instant());
  }

  /** Forgets them. */
  void forget(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file(name), e);
    }
  }

  private Count count(String name) {
    try {
      if (!Files.exists(file(name))) {
        return new Count(0, Instant.EPOCH);
      }
      String[] parts = Files.readString(file(name), StandardCharsets.UTF_8).split(" ");
      return new Count(Integer.parseInt(parts[0]), Instant.parse(parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(name), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
