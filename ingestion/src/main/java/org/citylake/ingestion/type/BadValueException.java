package org.citylake.ingestion.type;

import org.jspecify.annotations.Nullable;

/** A text is no value of the type. Always turned into a record's reason. */
public final class BadValueException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal, with the parser's own exception where there is one. */
  public BadValueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The message. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
