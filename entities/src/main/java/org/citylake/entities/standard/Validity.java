package org.citylake.entities.standard;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a row of a standard is in force.
 *
 * @param from first day
 * @param to first day no longer in force; null while it is
 */
public record Validity(LocalDate from, @Nullable LocalDate to) implements Serializable {
  /** Whether the row is in force on that day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
