package org.citylake.dashboard.compile;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads selectors {@code table?column=value&column=value} (ADR 0007), values percent-encoded. */
final class SelectorText {
  private SelectorText() {}

  /** The columns of a selector of that table; empty for any other table or text. */
  static Map<String, String> columns(String selector, String table) {
    if (!selector.startsWith(table + "?")) {
      return Map.of();
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : selector.substring(table.length() + 1).split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        columns.put(pair.substring(0, at), decode(pair.substring(at + 1)));
      }
    }
    return columns;
  }

  private static String decode(String text) {
    // A plus sign stands for itself in percent-encoding; the form decoder would make it a space.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
