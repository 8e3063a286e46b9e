package org.citylake.entities.alert;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.citylake.core.declaration.AlertDeclaration.Grade;
import org.jspecify.annotations.Nullable;

/**
 * What people are told.
 *
 * @param opened when the alert began; with rule and series it is the alert's identity
 * @param kind what happened
 * @param at when, in event time
 * @param grade the alert's level; after its end the last one
 * @param measure what was measured when it happened; null where nothing was
 * @param who who acknowledged, or who is told now; empty otherwise
 */
public record AlertEmission(
    Instant opened, Kind kind, Instant at, Grade grade, @Nullable BigDecimal measure, String who)
    implements Serializable {
  /** What happened to an alert. */
  public enum Kind {
    /** It began. */
    RAISED,
    /** It came back soon after its end. */
    REOPENED,
    /** Its level rose; it has to be acknowledged anew. */
    WORSENED,
    /** Its level fell. */
    EASED,
    /** Nobody acknowledged it, and the next one is told. */
    ESCALATED,
    /** Somebody has seen it and acts. */
    ACKNOWLEDGED,
    /** It ended. */
    RECOVERED
  }
}
