package org.citylake.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.citylake.core.CityLakeException;
import org.citylake.core.CityLakeException.Kind;
import org.citylake.lakehouse.release.Release;
import org.jspecify.annotations.Nullable;

/**
 * Explains a golden record: what it says, which records it is merged from and why, why each value
 * survived, and what happened to its id. Identifying values are tokens throughout.
 */
final class EntityExplainer {
  private static final String ALIASES = "city.entity_alias";
  private static final String CHANGES = "city.entity_change";

  private final Release release;
  private final EvidenceWalk walk;
  private final String entity;
  private final String idColumn;

  EntityExplainer(Release release, EvidenceWalk walk, String entity) {
    this.release = release;
    this.walk = walk;
    this.entity = entity;
    this.idColumn = entity + "_id";
  }

  /**
   * The explanation of an id, or of the one that stands in its place now.
   *
   * @throws CityLakeException of kind USER when the release has no such id, or merges no such
   *     entity
   */
  Explanation explain(String id) {
    List<String> merged = merged();
    if (!merged.contains(entity)) {
      throw new CityLakeException(
          Kind.USER,
          "Release "
              + release.releaseId()
              + " has no golden records of '"
              + entity
              + "'; it has those of "
              + String.join(", ", merged));
    }
    Optional<String> leadsTo =
        walk.rows(ALIASES, and("entity", entity, "old_id", id)).stream()
            .map(row -> String.valueOf(row.get("city_id")))
            .findFirst();
    String now = leadsTo.orElse(id);
    Expression same = Expressions.equal(idColumn, now);
    List<Map<String, @Nullable Object>> golden = walk.rows("city." + entity, same);
    if (golden.isEmpty()) {
      throw unknown(id);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    leadsTo.ifPresent(living -> facts.put("asked for", id + ", an old id of " + living));
    facts.putAll(FigureExplainer.facts(golden.get(0), List.of("evidence")));
    List<Explanation> because = new ArrayList<>();
    for (Map<String, @Nullable Object> row : walk.rows("city." + entity + "_attribute", same)) {
      because.add(attribute(row));
    }
    for (Map<String, @Nullable Object> row : walk.rows("city." + entity + "_link", same)) {
      because.add(record(row));
    }
    for (Map<String, @Nullable Object> row :
        walk.rows(CHANGES, and("entity", entity, "city_id", now))) {
      because.add(
          new Explanation(
              "history: " + row.get("change"),
              FigureExplainer.facts(row, List.of("entity", "city_id", "change")),
              List.of()));
    }
    return new Explanation(
        entity + " " + now + " (release " + release.releaseId() + ")", facts, because);
  }

  /** The entities that the release has links of. */
  private List<String> merged() {
    return release.tables().keySet().stream()
        .filter(table -> table.startsWith("city.") && table.endsWith("_link"))
        .map(table -> table.substring("city.".length(), table.length() - "_link".length()))
        .sorted()
        .toList();
  }

  private Explanation attribute(Map<String, @Nullable Object> row) {
    return new Explanation(
        "attribute " + row.get("attribute") + ": chosen by " + row.get("reason"),
        FigureExplainer.facts(row, List.of(idColumn, "attribute", "reason", "evidence")),
        List.of());
  }

  private Explanation record(Map<String, @Nullable Object> row) {
    Map<String, Object> facts =
        FigureExplainer.facts(
            row, List.of(idColumn, "source_id", "source_key", "evidence", "levels"));
    if (row.get("levels") instanceof List<?> levels && !levels.isEmpty()) {
      facts.put("fields", String.join("\n", levels.stream().map(String::valueOf).toList()) + "\n");
    }
    return new Explanation(
        "record " + row.get("source_id") + " " + row.get("source_key"),
        facts,
        FigureExplainer.evidence(row, walk));
  }

  private CityLakeException unknown(String id) {
    List<Map<String, @Nullable Object>> changes =
        walk.rows(CHANGES, and("entity", entity, "city_id", id));
    String way =
        changes.isEmpty()
            ? "./citylake sql \"SELECT "
                + idColumn
                + " FROM city."
                + entity
                + " LIMIT 5\" lists some"
            : "it has ended, its records have left; city.entity_change has its history";
    return new CityLakeException(
        Kind.USER, "Release " + release.releaseId() + " has no " + entity + " " + id + ": " + way);
  }

  private static Expression and(String column, String value, String other, String otherValue) {
    return Expressions.and(Expressions.equal(column, value), Expressions.equal(other, otherValue));
  }
}
