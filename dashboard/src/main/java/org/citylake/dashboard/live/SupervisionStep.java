package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of a supervision after it was raised.
 *
 * @param number of the supervision
 * @param step {@link #ANSWERED} or {@link #CLOSED}
 * @param user who answered or closed it
 * @param at when, ISO 8601 in UTC
 * @param note in his words; empty when a closing needed none
 */
record SupervisionStep(
    @JsonProperty("number") int number,
    @JsonProperty("step") String step,
    @JsonProperty("user") String user,
    @JsonProperty("at") String at,
    @JsonProperty("note") String note) {
  static final String RAISED = "raised";
  static final String ANSWERED = "answered";
  static final String CLOSED = "closed";

  /** Whether the other says the same of the same supervision, by the same user. */
  boolean sameAs(SupervisionStep other) {
    return number == other.number
        && step.equals(other.step)
        && user.equals(other.user)
        && note.equals(other.note);
  }
}
