package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** Finds legal entities of a release by how people name them. */
public final class LegalEntityNames {
  private static final List<String> NUMBERS =
      List.of("credit_code", "registration_number", "organisation_code");

  private final EvidenceWalk walk;

  /** Names in the release that is walked. */
  public LegalEntityNames(EvidenceWalk walk) {
    this.walk = walk;
  }

  /**
   * The one legal entity that is meant.
   *
   * @param named its city id, credit code, registration number, organisation code or whole name
   * @return its row of city.legal_entity
   * @throws CityLakeException of kind USER when none is called so, or several are
   */
  public Map<String, @Nullable Object> find(String named) {
    List<Map<String, @Nullable Object>> found = all(List.of(named)).getOrDefault(named, List.of());
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new CityLakeException(
        Kind.USER,
        found.isEmpty()
            ? "No legal entity of the release has the id, number or name '" + named + "'"
            : found.size()
                + " legal entities are called '"
                + named
                + "', name one by its id: "
                + String.join(
                    ", ",
                    found.stream().map(r -> String.valueOf(r.get("legal_entity_id"))).toList()));
  }

  /**
   * All that are called as each of the texts says; the table is read once.
   *
   * @return rows of city.legal_entity by text; a text that nobody is called by is not in it
   */
  public Map<String, List<Map<String, @Nullable Object>>> all(Collection<String> named) {
    Set<String> texts = new HashSet<>();
    for (String text : named) {
      texts.add(text.strip());
      texts.add(text.strip().toUpperCase(Locale.ROOT));
    }
    texts.remove("");
    Expression any =
        Expressions.or(
            EvidenceWalk.among("legal_entity_id", texts), EvidenceWalk.among("name", texts));
    for (String column : NUMBERS) {
      any = Expressions.or(any, EvidenceWalk.among(column, texts));
    }
    // A number is the same in small letters, a name and an id are not.
    Map<String, List<Map<String, @Nullable Object>>> exact = new HashMap<>();
    Map<String, List<Map<String, @Nullable Object>>> numbered = new HashMap<>();
    for (Map<String, @Nullable Object> row : walk.rows("city.legal_entity", any)) {
      Stream.of("legal_entity_id", "name").forEach(column -> put(exact, row, column));
      NUMBERS.forEach(column -> put(numbered, row, column));
    }
    Map<String, List<Map<String, @Nullable Object>>> found = new LinkedHashMap<>();
    for (String text : named) {
      List<Map<String, @Nullable Object>> called =
          Stream.concat(
                  exact.getOrDefault(text.strip(), List.of()).stream(),
                  numbered.getOrDefault(text.strip().toUpperCase(Locale.ROOT), List.of()).stream())
              .distinct()
              .toList();
      if (!called.isEmpty()) {
        found.put(text, called);
      }
    }
    return found;
  }

  private static void put(
      Map<String, List<Map<String, @Nullable Object>>> rows,
      Map<String, @Nullable Object> row,
      String column) {
    if (row.get(column) instanceof String value) {
      rows.computeIfAbsent(value, v -> new ArrayList<>()).add(row);
    }
  }
}
