package org.citylake.ingestion.format;

import java.util.regex.Pattern;

/**
 * Finds names by {@code *}, {@code ?} and alternatives {@code {a,b}}. The platform's own globs
 * match paths, which cannot hold Chinese names where its locale has no Chinese.
 */
final class NameGlob {
  private final Pattern pattern;

  NameGlob(String glob) {
    StringBuilder regex = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      boolean closes = c == '}' && depth > 0;
      if (c == '{') {
        depth++;
      } else if (closes) {
        depth--;
      }
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (c == '{') {
        regex.append("(?:");
      } else if (closes) {
        regex.append(')');
      } else if (c == ',' && depth > 0) {
        regex.append('|');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    this.pattern = Pattern.compile(regex + ")".repeat(depth), Pattern.DOTALL);
  }

  /** Whether it names that one. */
  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
