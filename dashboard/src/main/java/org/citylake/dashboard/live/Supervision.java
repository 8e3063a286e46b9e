package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A leader asks that somebody sees to a figure or to a case (督办).
 *
 * @param kind {@code figure} or {@code case}
 * @param subject code of the indicator, or id of the case
 * @param area code of the area that it is of
 * @param period the figure's period; empty for a case
 * @param user who asks
 * @param at when, ISO 8601 in UTC
 * @param note what is to be done, in his words; empty when he gave none
 */
record Supervision(
    @JsonProperty("kind") String kind,
    @JsonProperty("subject") String subject,
    @JsonProperty("ref_area") String area,
    @JsonProperty("time_period") String period,
    @JsonProperty("user") String user,
    @JsonProperty("requested_at") String at,
    @JsonProperty("note") String note) {

  /** Whether the other asks for the same, of the same user. */
  boolean sameAs(Supervision other) {
    return kind.equals(other.kind)
        && subject.equals(other.subject)
        && area.equals(other.area)
        && period.equals(other.period)
        && user.equals(other.user);
  }
}
