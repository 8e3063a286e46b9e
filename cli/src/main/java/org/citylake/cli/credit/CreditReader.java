package org.citylake.cli.credit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.iceberg.expressions.Expression;
import org.citylake.cli.explain.EvidenceWalk;
import org.citylake.cli.explain.LegalEntityNames;
import org.jspecify.annotations.Nullable;

/** Reads credit files from the tables of a release. */
final class CreditReader {
  private static final String ID = "legal_entity_id";

  private final EvidenceWalk walk;
  private final LegalEntityNames names;
  private final DisclosedCredit disclosed;

  CreditReader(EvidenceWalk walk, DisclosedCredit disclosed) {
    this.walk = walk;
    this.names = new LegalEntityNames(walk);
    this.disclosed = disclosed;
  }

  /**
   * The file of one legal entity.
   *
   * @param named its city id, a number of it, or its whole name
   * @throws org.citylake.core.CityLakeException of kind USER when it names none or several
   */
  CreditFile load(String named) {
    Map<String, @Nullable Object> entity = names.find(named);
    return Objects.requireNonNull(files(List.of(entity)).get(id(entity)));
  }

  /** The rows of all that are called so, by what was asked. */
  Map<String, List<Map<String, @Nullable Object>>> find(Collection<String> asked) {
    return names.all(asked);
  }

  /** The files of legal entities by city id; each table is read once. */
  Map<String, CreditFile> files(Collection<Map<String, @Nullable Object>> entities) {
    Expression these =
        EvidenceWalk.among(ID, entities.stream().map(CreditReader::id).distinct().toList());
    Map<String, Map<String, List<Map<String, @Nullable Object>>>> rows = new HashMap<>();
    for (String table : DisclosedCredit.TABLES) {
      rows.put(
          table, walk.rows(table, these).stream().collect(Collectors.groupingBy(CreditReader::id)));
    }
    Map<String, CreditFile> files = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> entity : entities) {
      Map<String, List<Map<String, @Nullable Object>>> own = new HashMap<>();
      rows.forEach((table, byId) -> own.put(table, byId.getOrDefault(id(entity), List.of())));
      files.put(id(entity), disclosed.file(entity, own));
    }
    return files;
  }

  static String id(Map<String, @Nullable Object> row) {
    return String.valueOf(row.get(ID));
  }
}
