package org.citylake.ingestion.codelist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.core.codelist.Codelist;

/** A code list with its keys indexed. Of rows with equal keys the first counts. */
public final class CodelistLookup {
  private record PatternRow(Pattern pattern, Map<String, String> row) {}

  private final Codelist codelist;
  private final Map<String, Map<String, String>> byKey = new HashMap<>();
  private List<PatternRow> patterns = List.of();

  /** Indexes the list. */
  public CodelistLookup(Codelist codelist) {
    this.codelist = codelist;
    String key = codelist.columns().get(0);
    for (Map<String, String> row : codelist.rows()) {
      byKey.putIfAbsent(row.getOrDefault(key, ""), row);
    }
  }

  /** The row of that key. */
  public Optional<Map<String, String>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The first row whose key, read as a regular expression, is found in the text. */
  public Optional<Map<String, String>> findPattern(String text) {
    if (patterns.isEmpty()) {
      String key = codelist.columns().get(0);
      patterns =
          codelist.rows().stream()
              .map(r -> new PatternRow(Pattern.compile(r.getOrDefault(key, "")), r))
              .toList();
    }
    return patterns.stream()
        .filter(p -> p.pattern().matcher(text).find())
        .map(PatternRow::row)
        .findFirst();
  }

  /**
   * Refuses a column that the list does not have.
   *
   * @throws CityLakeException of kind DATA
   */
  public void requireColumn(String column) {
    if (!codelist.columns().contains(column)) {
      throw new CityLakeException(
          Kind.DATA,
          "The code list '"
              + codelist.id()
              + "' has no column '"
              + column
              + "'; it has "
              + codelist.columns());
    }
  }

  /**
   * Says that a key is unknown, in which list, and how to add it.
   *
   * @param shown the key as messages show it, with quotes
   */
  public String unknown(String column, String shown) {
    return shown
        + " in "
        + column
        + " is not in the code list '"
        + codelist.id()
        + "': correct it at the source, or add a line to codelists/"
        + codelist.id()
        + "/codes.csv (in the city directory, or shipped in core/) and replay the quarantine";
  }
}
