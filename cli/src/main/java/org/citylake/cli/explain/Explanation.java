package org.citylake.cli.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of an explanation.
 *
 * @param title what this step is, such as a selector or the name of a figure
 * @param facts what is known of it, in order; texts as a person reads them
 * @param because the steps below it, those that it rests on
 */
public record Explanation(String title, Map<String, Object> facts, List<Explanation> because) {
  public Explanation {
    facts = new LinkedHashMap<>(facts);
    because = List.copyOf(because);
  }

  /** Indented text: a line per title and fact, two spaces deeper per step. */
  public String text() {
    StringBuilder out = new StringBuilder();
    write(out, "");
    return out.toString();
  }

  /** The same as nested objects: title, facts as text, because. */
  public Map<String, Object> object() {
    Map<String, Object> texts = new LinkedHashMap<>();
    facts.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return Map.of(
        "title",
        title,
        "facts",
        texts,
        "because",
        because.stream().map(Explanation::object).toList());
  }

  private void write(StringBuilder out, String indent) {
    out.append(indent).append(title).append('\n');
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      String value = String.valueOf(fact.getValue()).strip();
      out.append(indent).append("  ").append(fact.getKey()).append(": ");
      out.append(
          value.contains("\n") ? "\n" + value.indent(indent.length() + 6).stripTrailing() : value);
      out.append('\n');
    }
    for (Explanation step : because) {
      step.write(out, indent + "  ");
    }
  }
}
