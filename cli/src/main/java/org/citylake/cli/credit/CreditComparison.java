package org.citylake.cli.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Credit files beside each other.
 *
 * @param rows fact to its value in each file, in the files' order; empty text where a file has none
 */
record CreditComparison(Map<String, List<String>> rows) {

  /** The facts of the files. */
  static CreditComparison of(List<CreditFile> files) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String column : List.of("legal_entity_id", "name", "credit_code", "synthetic")) {
      rows.put(column, each(files, f -> f.entity().getOrDefault(column, "")));
    }
    rows.put("credit_class", each(files, f -> f.column("scores", "credit_class")));
    rows.put("score", each(files, f -> f.column("scores", "score")));
    rows.put("lists", each(files, f -> f.column("lists", "list_name")));
    rows.put("red_lines", each(files, f -> f.column("red_lines", "item")));
    rows.put("records", each(files, f -> Integer.toString(f.rows("records").size())));
    rows.put("items", each(files, f -> f.column("records", "item")));
    rows.put("measures", each(files, f -> f.column("measures", "measure")));
    rows.put("warnings", each(files, f -> f.column("warnings", "rule")));
    rows.put("withheld", each(files, CreditFile::withheld));
    return new CreditComparison(rows);
  }

  private static List<String> each(List<CreditFile> files, Function<CreditFile, String> value) {
    return files.stream().map(value).toList();
  }

  /** A line per fact; {@code !=} stands before those that differ. */
  String text() {
    StringBuilder out = new StringBuilder();
    rows.forEach(
        (fact, values) ->
            out.append(differs(values) ? "!= " : "   ")
                .append(fact)
                .append(": ")
                .append(
                    String.join(" | ", values.stream().map(v -> v.isEmpty() ? "-" : v).toList()))
                .append('\n'));
    return out.toString();
  }

  /** The same as one object. */
  Map<String, Object> object() {
    List<Map<String, Object>> facts = new ArrayList<>();
    rows.forEach(
        (fact, values) ->
            facts.add(Map.of("fact", fact, "values", values, "differs", differs(values))));
    return Map.of("facts", facts);
  }

  private static boolean differs(List<String> values) {
    return values.stream().distinct().count() > 1;
  }
}
