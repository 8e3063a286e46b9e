package org.citylake.entities.golden;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a value survived. */
public enum Reason {
  /** No other record has a value. */
  ONLY,
  /** Its source stands before the others. */
  PRIORITY,
  /** It was changed last. */
  RECENCY,
  /** Most sources say it. */
  AGREEMENT,
  /** The others are wrong by their check digit, or are no date. */
  VALIDITY;

  /** The name in declarations and tables, such as {@code priority}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of that name. */
  public static Optional<Reason> find(String id) {
    return Arrays.stream(values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
