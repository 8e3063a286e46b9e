package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A decision on a link, as the journal has it.
 *
 * @param number its line in the journal, from 1
 * @param link what was decided
 * @param text why
 * @param by who
 * @param at when
 * @param objection the objection that it follows from; 0 for none
 * @param inForce whether no later one is about the same two records
 */
public record KeptLink(
    @JsonProperty("number") int number,
    @JsonProperty("link") LinkChoice link,
    @JsonProperty("text") String text,
    @JsonProperty("by") String by,
    @JsonProperty("at") String at,
    @JsonProperty("objection") int objection,
    @JsonProperty("in_force") boolean inForce) {
  KeptLink outOfForce() {
    return new KeptLink(number, link, text, by, at, objection, false);
  }
}
