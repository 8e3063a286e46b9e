package org.citylake.access.user;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a token, written {@code HASH} or {@code HASH@END} with the end in seconds of the
 * epoch.
 *
 * @param hash as {@link AccessToken} makes it
 * @param end from when on it no longer signs in; empty when it has none
 */
record KeptToken(String hash, Optional<Instant> end) {
  private static final String BEFORE_END = "@";

  static KeptToken parse(String text) {
    String[] parts = text.split(BEFORE_END, 2);
    return new KeptToken(
        parts[0],
        parts.length < 2
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1]))));
  }

  String text() {
    return end.map(instant -> hash + BEFORE_END + instant.getEpochSecond()).orElse(hash);
  }

  boolean ended(Instant now) {
    return end.map(instant -> !now.isBefore(instant)).orElse(false);
  }
}
