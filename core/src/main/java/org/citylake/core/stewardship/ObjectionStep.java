package org.citylake.core.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step in the course of an objection. */
public sealed interface ObjectionStep extends StewardEntry {
  /** Number of the objection in its home, from 1. */
  int objection();

  /** Which step it is. */
  Kind kind();

  /** The steps in their order. */
  enum Kind {
    /** Somebody objects. */
    RAISED,
    /** The agency is asked. */
    SENT,
    /** The agency has decided. */
    DECIDED,
    /** The source delivered a corrected record. */
    CORRECTED,
    /** Whoever objected was told; the end. */
    RECEIPT;

    /** As JSON and messages have it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody objects to a golden record.
   *
   * @param entity such as {@code person}; {@code credit_record} for what counts for a legal
   *     entity's credit
   * @param cityId id of the golden record, of the legal entity for its credit
   * @param attribute the attribute that is disputed; empty for the record as a whole
   * @param text what is objected to
   */
  record Raised(
      @JsonProperty("objection") int objection,
      @JsonProperty("entity") String entity,
      @JsonProperty("city_id") String cityId,
      @JsonProperty("attribute") String attribute,
      @JsonProperty("text") String text,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at)
      implements ObjectionStep {
    public Raised {
      StewardText.name("entity", entity);
      StewardText.cityId(cityId);
      if (!attribute.isEmpty()) {
        StewardText.name("attribute", attribute);
      }
      StewardText.words("objection", text, 1);
    }

    @Override
    public Kind kind() {
      return Kind.RAISED;
    }

    /** Whether the other objects to the same in the same words. */
    boolean sameAs(Raised other) {
      return entity.equals(other.entity)
          && cityId.equals(other.cityId)
          && attribute.equals(other.attribute)
          && text.equals(other.text)
          && by.equals(other.by);
    }
  }

  /**
   * The agency that answers for a source is asked.
   *
   * @param source id of the source
   * @param text what it is asked; may be empty
   */
  record Sent(
      @JsonProperty("objection") int objection,
      @JsonProperty("source") String source,
      @JsonProperty("text") String text,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at)
      implements ObjectionStep {
    public Sent {
      StewardText.name("source", source);
      StewardText.words("text", text, 0);
    }

    @Override
    public Kind kind() {
      return Kind.SENT;
    }
  }

  /**
   * The agency has decided.
   *
   * @param outcome {@link #UPHELD} or {@link #REJECTED}
   * @param text why; needed
   * @param link the decision on a link that follows; null when none does
   */
  record Decided(
      @JsonProperty("objection") int objection,
      @JsonProperty("outcome") String outcome,
      @JsonProperty("text") String text,
      @JsonProperty("link") @Nullable LinkChoice link,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at)
      implements ObjectionStep {
    /** Whoever objected is right. */
    public static final String UPHELD = "upheld";

    /** The record stays as it is. */
    public static final String REJECTED = "rejected";

    public Decided {
      StewardText.require(
          Set.of(UPHELD, REJECTED).contains(outcome), "outcome", "must be upheld or rejected");
      StewardText.words("reason", text, 1);
      StewardText.require(
          link == null || outcome.equals(UPHELD), "link", "follows from an upheld objection only");
    }

    @Override
    public Kind kind() {
      return Kind.DECIDED;
    }

    /** The decision on a link that follows. */
    Optional<LinkChoice> findLink() {
      return Optional.ofNullable(link);
    }
  }

  /**
   * The source delivered a corrected record.
   *
   * @param delivery the load's id or its day
   * @param text what was corrected; may be empty
   */
  record Corrected(
      @JsonProperty("objection") int objection,
      @JsonProperty("delivery") String delivery,
      @JsonProperty("text") String text,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at)
      implements ObjectionStep {
    public Corrected {
      StewardText.require(
          delivery.matches("[0-9A-Za-z._:-]{1,100}"), "delivery", "must be a load's id or a day");
      StewardText.words("text", text, 0);
    }

    @Override
    public Kind kind() {
      return Kind.CORRECTED;
    }
  }

  /**
   * Whoever objected was told what became of it.
   *
   * @param to who was told: an office or a role
   * @param text what was told; may be empty
   */
  record Receipt(
      @JsonProperty("objection") int objection,
      @JsonProperty("to") String to,
      @JsonProperty("text") String text,
      @JsonProperty("by") String by,
      @JsonProperty("at") String at)
      implements ObjectionStep {
    public Receipt {
      StewardText.words("receiver", to, 1);
      StewardText.words("text", text, 0);
    }

    @Override
    public Kind kind() {
      return Kind.RECEIPT;
    }
  }
}
