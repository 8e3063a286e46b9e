package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A steward decided about two records.
 *
 * @param link what
 * @param text why; needed
 * @param by who
 * @param at when
 */
public record LinkDecided(
    @JsonProperty("link") LinkChoice link,
    @JsonProperty("text") String text,
    @JsonProperty("by") String by,
    @JsonProperty("at") String at)
    implements StewardEntry {
  public LinkDecided {
    StewardText.words("reason", text, 1);
  }
}
