package org.citylake.cli.doctor;

import java.util.Locale;

/**
 * What a check found.
 *
 * @param part what was looked at, one word
 * @param level how bad it is
 * @param text what was found and, where something is wrong, the way out
 */
public record Finding(String part, Level level, String text) {
  /** How bad a finding is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Something works less well or not at all, the rest does. */
    WARNING,
    /** The main job cannot run. */
    ERROR;

    /** Lower-case name. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String part, String text) {
    return new Finding(part, Level.OK, text);
  }

  static Finding warning(String part, String text) {
    return new Finding(part, Level.WARNING, text);
  }

  static Finding error(String part, String text) {
    return new Finding(part, Level.ERROR, text);
  }
}
