package org.citylake.core.value;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address of rows: {@code table?column=value&column=value}, values percent-encoded as RFC 3986
 * wants them (UTF-8, all but letters, digits and {@code - . _ ~}), see docs/adr/0007.
 *
 * @param table full name, {@code namespace.table}
 * @param columns column to value as text, in the order of writing
 */
public record Selector(String table, Map<String, String> columns) {
  public Selector {
    columns = OrderedMap.copyOf(columns);
  }

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Selector parse(String text) {
    int question = text.indexOf('?');
    if (question <= 0 || question == text.length() - 1) {
      throw new IllegalArgumentException(
          "Not a selector: '" + text + "'; write table?column=value&column=value");
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : text.substring(question + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0
          || columns.putIfAbsent(pair.substring(0, equals), decode(pair.substring(equals + 1)))
              != null) {
        throw new IllegalArgumentException(
            "Not a selector: '" + text + "'; wrong at '" + pair + "'");
      }
    }
    return new Selector(text.substring(0, question), columns);
  }

  @Override
  public String toString() {
    return table
        + "?"
        + columns.entrySet().stream()
            .map(e -> e.getKey() + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    // URLEncoder writes HTML forms, which differ from RFC 3986 in these three.
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decode(String value) {
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
