package org.citylake.cli.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.jspecify.annotations.Nullable;

/** Finds legal entities of a release by how people name them. */
final class LegalEntityNames {
  private final EvidenceWalk walk;

  LegalEntityNames(EvidenceWalk walk) {
    this.walk = walk;
  }

  /**
   * The one legal entity that is meant.
   *
   * @param named its city id, credit code, registration number, organisation code or whole name
   * @return its row of city.legal_entity
   * @throws CityLakeException of kind USER when none is called so, or several are
   */
  Map<String, @Nullable Object> find(String named) {
    List<Map<String, @Nullable Object>> found = all(named);
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

  /** All that are called so. */
  List<Map<String, @Nullable Object>> all(String named) {
    String text = named.strip();
    Expression any = Expressions.equal("legal_entity_id", text);
    for (String column : List.of("credit_code", "registration_number", "organisation_code")) {
      any = Expressions.or(any, Expressions.equal(column, text.toUpperCase(Locale.ROOT)));
    }
    return walk.rows("city.legal_entity", Expressions.or(any, Expressions.equal("name", text)));
  }
}
