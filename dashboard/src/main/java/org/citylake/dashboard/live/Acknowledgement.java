package org.citylake.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Somebody has seen a warning and acts.
 *
 * @param warning id of the warning
 * @param user his name
 * @param at when, ISO 8601 in UTC
 * @param note in his words; empty when he gave none
 */
record Acknowledgement(
    @JsonProperty("warning_id") String warning,
    @JsonProperty("user") String user,
    @JsonProperty("acknowledged_at") String at,
    @JsonProperty("note") String note) {}
