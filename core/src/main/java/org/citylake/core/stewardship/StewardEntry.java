package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of a home's journal of stewards. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LinkDecided.class, name = "link"),
  @JsonSubTypes.Type(value = ObjectionStep.Raised.class, name = "raised"),
  @JsonSubTypes.Type(value = ObjectionStep.Sent.class, name = "sent"),
  @JsonSubTypes.Type(value = ObjectionStep.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = ObjectionStep.Corrected.class, name = "corrected"),
  @JsonSubTypes.Type(value = ObjectionStep.Receipt.class, name = "receipt")
})
public sealed interface StewardEntry permits LinkDecided, ObjectionStep {
  /** In his words: what is objected to, why it was decided so. */
  String text();

  /** Who said it, a user's name. */
  String by();

  /** When, ISO 8601 in UTC to the second. */
  String at();
}
