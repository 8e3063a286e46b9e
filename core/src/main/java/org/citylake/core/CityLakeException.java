package org.citylake.core;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person is told about. The message names the part, the place and the way out.
 *
 * <p>{@link Kind#USER} ends the command with exit code 2 (wrong use), every other kind with 1.
 */
public final class CityLakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who has to act. */
  public enum Kind {
    /** The call was wrong: an unknown option, source or release. */
    USER,
    /** The data or a declaration was wrong: a stop rule fired, columns changed. */
    DATA,
    /** Something outside failed: a full disk, a taken port, a server that does not answer. */
    EXTERNAL,
    /** A defect of ours. */
    INTERNAL
  }

  private final Kind kind;

  /** A failure without a cause beneath it. */
  public CityLakeException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** A failure with the exception that caused it. */
  public CityLakeException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Who has to act. */
  public Kind kind() {
    return kind;
  }

  /** 2 for wrong use, 1 for any failure of the work. */
  public int exitCode() {
    return kind == Kind.USER ? 2 : 1;
  }
}
