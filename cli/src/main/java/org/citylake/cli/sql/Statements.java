package org.citylake.cli.sql;

import java.util.ArrayList;
import java.util.List;

/** Tells where statements end: at a semicolon outside of quotes and comments. */
public final class Statements {
  private Statements() {}

  /**
   * The statements of a text.
   *
   * @param complete those with their semicolon left out
   * @param rest what stands behind the last semicolon; blank when nothing does
   */
  public record Split(List<String> complete, String rest) {
    public Split {
      complete = List.copyOf(complete);
    }

    /** All, with the last where no semicolon ends it. */
    public List<String> all() {
      List<String> all = new ArrayList<>(complete);
      if (!rest.isBlank()) {
        all.add(rest.strip());
      }
      return all;
    }
  }

  /** Splits a text. */
  public static Split of(String text) {
    List<String> complete = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == ';') {
        if (!text.substring(start, i).isBlank()) {
          complete.add(text.substring(start, i).strip());
        }
        start = i + 1;
        i++;
      } else if (c == '\'' || c == '"') {
        i = after(text, i + 1, String.valueOf(c));
      } else if (text.startsWith("--", i)) {
        i = after(text, i + 2, "\n");
      } else if (text.startsWith("/*", i)) {
        i = after(text, i + 2, "*/");
      } else {
        i++;
      }
    }
    return new Split(complete, text.substring(start));
  }

  private static int after(String text, int from, String end) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
