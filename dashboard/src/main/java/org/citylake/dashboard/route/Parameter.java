package org.citylake.dashboard.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One parameter of a route, with all that its values must fulfil; what is checked and what the
 * document says are the same.
 *
 * @param name as in the address
 * @param place where it stands
 * @param required whether it must be there
 * @param form what a value looks like
 * @param description for readers of the document
 */
public record Parameter(String name, Place place, boolean required, Form form, String description) {

  /** Where a parameter stands. */
  public enum Place {
    /** Part of the path. */
    PATH,
    /** After the question mark. */
    QUERY
  }

  /** What a value looks like. */
  public sealed interface Form {
    /** Whether the value, never null, has the form. */
    boolean accepts(String value);

    /** The same as a JSON Schema of draft 2020-12. */
    Map<String, Object> schema();
  }

  /**
   * A text.
   *
   * @param pattern the whole value must match it; of a form that Java and ECMAScript share
   */
  public record Text(String pattern) implements Form {
    @Override
    public boolean accepts(String value) {
      return Pattern.compile(pattern).matcher(value).matches();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "pattern", "^(" + pattern + ")$");
    }
  }

  /** Any text of one to so many characters. */
  public record Words(int longest) implements Form {
    @Override
    public boolean accepts(String value) {
      return !value.isEmpty() && value.length() <= longest;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "minLength", 1, "maxLength", longest);
    }
  }

  /** A whole number between two bounds, both allowed. */
  public record Whole(int least, int most) implements Form {
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,8}");

    @Override
    public boolean accepts(String value) {
      return DIGITS.matcher(value).matches()
          && Integer.parseInt(value) >= least
          && Integer.parseInt(value) <= most;
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
  }

  /** One of a closed list. */
  public record Choice(List<String> values) implements Form {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public boolean accepts(String value) {
      return values.contains(value);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "enum", values);
    }
  }

  /** A part of the path. */
  public static Parameter path(String name, Form form, String description) {
    return new Parameter(name, Place.PATH, true, form, description);
  }

  /** A parameter that may be left out. */
  public static Parameter query(String name, Form form, String description) {
    return new Parameter(name, Place.QUERY, false, form, description);
  }

  /** A parameter that must be there. */
  public static Parameter needed(String name, Form form, String description) {
    return new Parameter(name, Place.QUERY, true, form, description);
  }

  /** The rule in words, for who broke it; never repeats the value. */
  String rule() {
    Map<String, Object> schema = new LinkedHashMap<>(form.schema());
    return "The parameter " + name + " must fulfil " + new java.util.TreeMap<>(schema);
  }
}
