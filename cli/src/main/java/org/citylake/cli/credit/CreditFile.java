package org.citylake.cli.credit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citylake.core.value.OrderedMap;

/**
 * The credit file (信用档案) of one legal entity, as one audience sees it.
 *
 * @param entity its city id, name and credit code, and whether any of it is made up (synthetic)
 * @param sections rows by section, in order: scores, lists, red_lines, records, measures, history,
 *     warnings; cells as text, without those that are empty
 * @param withheldRecords standing records that the audience may not see
 * @param withheldScores scores that it may not see
 */
record CreditFile(
    Map<String, String> entity,
    Map<String, List<Map<String, String>>> sections,
    int withheldRecords,
    int withheldScores) {
  CreditFile {
    entity = OrderedMap.copyOf(entity);
    sections = OrderedMap.copyOf(sections);
  }

  /** The rows of a section; none when it has none or the audience may not see them. */
  List<Map<String, String>> rows(String section) {
    return sections.getOrDefault(section, List.of());
  }

  /** What one column of a section says, each once, in the order of the rows. */
  String column(String section, String column) {
    return rows(section).stream()
        .filter(row -> row.containsKey(column))
        .map(row -> row.get(column))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** The rules that warn by a model. */
  String warnings(String model) {
    return rows("warnings").stream()
        .filter(row -> model.equals(row.get("model")))
        .map(row -> row.getOrDefault("rule", ""))
        .collect(Collectors.joining("; "));
  }

  /** What the audience may not see, in words. */
  String withheld() {
    return withheldRecords + " records, " + withheldScores + " scores";
  }

  /** Indented text: the entity, then a line per row. */
  String text() {
    StringBuilder out = new StringBuilder("credit of ").append(line(entity)).append('\n');
    sections.forEach(
        (section, rows) -> {
          out.append("  ").append(section).append(": ").append(rows.size()).append('\n');
          rows.forEach(row -> out.append("    ").append(line(row)).append('\n'));
        });
    return out.append("  withheld: ").append(withheld()).append('\n').toString();
  }

  /** The same as one object. */
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>(entity);
    object.putAll(sections);
    object.put("withheld", Map.of("records", withheldRecords, "scores", withheldScores));
    return object;
  }

  private static String line(Map<String, String> cells) {
    return cells.entrySet().stream()
        .map(cell -> cell.getKey() + ": " + cell.getValue())
        .collect(Collectors.joining(", "));
  }
}
