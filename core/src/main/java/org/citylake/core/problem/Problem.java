package org.citylake.core.problem;

import java.util.Objects;

/**
 * One thing that is wrong in a declaration or a data file.
 *
 * @param file path as a person would open it, relative where possible
 * @param line 1-based line, 0 when the whole file is meant
 * @param rule kebab-case name of the rule that failed, such as {@code unknown-key}
 * @param value the offending value as written, empty when something is missing
 * @param message one sentence: what is wrong and the way out
 */
public record Problem(String file, int line, String rule, String value, String message) {
  public Problem {
    Objects.requireNonNull(file, "file is null");
    Objects.requireNonNull(rule, "rule is null");
    Objects.requireNonNull(value, "value is null");
    Objects.requireNonNull(message, "message is null");
  }

  /** {@code file:line [rule] message (value)}; a long value is cut. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + " ["
        + rule
        + "] "
        + message
        + (value.isEmpty() ? "" : " (" + ShownText.of(value) + ")");
  }
}
