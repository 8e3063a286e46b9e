package org.citylake.core.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.citylake.core.problem.Problem;

/**
 * A YAML file that has been read.
 *
 * @param name the file's path as a person would open it
 * @param root its content
 * @param lines 1-based line by JSON Pointer (RFC 6901); of a mapping's entry the line of its key
 */
public record YamlFile(String name, JsonNode root, Map<String, Integer> lines) {
  public YamlFile {
    lines = Map.copyOf(lines);
  }

  /** The line of what the pointer names, or of the nearest thing around it that is there. */
  public int line(String pointer) {
    String place = pointer;
    while (true) {
      Integer line = lines.get(place);
      if (line != null) {
        return line;
      }
      int slash = place.lastIndexOf('/');
      if (slash < 0) {
        return 1;
      }
      place = place.substring(0, slash);
    }
  }

  /** A problem at the pointer's place. */
  public Problem problem(String pointer, String rule, String value, String message) {
    return new Problem(name, line(pointer), rule, value, message);
  }

  /** The pointer of a mapping's entry, its key escaped as RFC 6901 wants it. */
  public static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
