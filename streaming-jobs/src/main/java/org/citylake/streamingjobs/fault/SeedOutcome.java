package org.citylake.streamingjobs.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a seed's run came to.
 *
 * @param seed the seed
 * @param lost messages whose event or refusal is in no table
 * @param doubled rows that stand there once too often, or that nobody sent
 * @param wrong windows and counts that are not what they should be
 * @param seconds how long it took
 * @param what happened, for people
 */
public record SeedOutcome(
    @JsonProperty("seed") long seed,
    @JsonProperty("lost") long lost,
    @JsonProperty("doubled") long doubled,
    @JsonProperty("wrong") long wrong,
    @JsonProperty("seconds") double seconds,
    @JsonProperty("what") String what) {
  /** Whether everything was kept once and added up. */
  public boolean good() {
    return lost == 0 && doubled == 0 && wrong == 0;
  }
}
