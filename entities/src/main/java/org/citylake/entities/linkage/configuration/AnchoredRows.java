package org.citylake.entities.linkage.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citylake.entities.linkage.comparison.DateForm;
import org.citylake.entities.linkage.comparison.TextForm;
import org.citylake.entities.linkage.table.Hashes;
import org.citylake.entities.linkage.table.RecordTableBuilder;

/**
 * Some records of an input by a number with check digits, those with the least hashes of it: two
 * inputs then keep the same entities, and how often columns agree on them tells what means the
 * same.
 */
final class AnchoredRows {
  private static final int MOST = 5000;
  private static final int FEWEST_SHARED = 20;

  private final ColumnKind kind;
  private final TreeMap<Long, Map<String, String>> rows;

  private AnchoredRows(ColumnKind kind, TreeMap<Long, Map<String, String>> rows) {
    this.kind = kind;
    this.rows = rows;
  }

  /**
   * The records of one input, by its column of identity numbers or credit codes.
   *
   * @param kinds the columns' kinds
   * @return empty when it has no such column
   */
  static Optional<AnchoredRows> of(RecordTableBuilder input, Map<String, ColumnKind> kinds) {
    Optional<String> anchor =
        kinds.entrySet().stream()
            .filter(e -> e.getValue().identifier().isPresent())
            .max(
                (a, b) ->
                    Integer.compare(
                        input.distinct(a.getKey()).size(), input.distinct(b.getKey()).size()))
            .map(Map.Entry::getKey);
    return anchor.map(column -> new AnchoredRows(kind(kinds, column), rows(input, kinds, column)));
  }

  private static ColumnKind kind(Map<String, ColumnKind> kinds, String column) {
    return kinds.getOrDefault(column, ColumnKind.IDENTITY_NUMBER);
  }

  private static TreeMap<Long, Map<String, String>> rows(
      RecordTableBuilder input, Map<String, ColumnKind> kinds, String anchor) {
    TreeMap<Long, Map<String, String>> rows = new TreeMap<>();
    for (int row = 0; row < input.size(); row++) {
      Optional<String> number =
          input.value(row, anchor).map(v -> kind(kinds, anchor).form(v)).filter(v -> !v.isEmpty());
      if (number.isEmpty()) {
        continue;
      }
      long hash = Hashes.of(number.get());
      if (rows.size() < MOST || hash < rows.lastKey()) {
        rows.putIfAbsent(hash, values(input, row, kinds));
        if (rows.size() > MOST) {
          rows.pollLastEntry();
        }
      }
    }
    return rows;
  }

  private static Map<String, String> values(
      RecordTableBuilder input, int row, Map<String, ColumnKind> kinds) {
    Map<String, String> values = new HashMap<>();
    kinds.forEach(
        (column, kind) ->
            input
                .value(row, column)
                .map(value -> form(value, kind))
                .filter(form -> !form.isEmpty())
                .ifPresent(form -> values.put(column, form)));
    return values;
  }

  private static String form(String value, ColumnKind kind) {
    String text = TextForm.normalise(value);
    return kind == ColumnKind.DATE
        ? Integer.toString(DateForm.parse(text))
        : TextForm.compact(text);
  }

  /** Whether enough entities of both are kept to tell from. */
  boolean overlaps(AnchoredRows other) {
    return kind == other.kind && shared(other).size() >= FEWEST_SHARED;
  }

  private List<Long> shared(AnchoredRows other) {
    return rows.keySet().stream().filter(other.rows::containsKey).toList();
  }

  /**
   * How often two columns agree on the entities that have both, beyond what chance makes agree:
   * Cohen's kappa (1960), 1 for always, 0 for as by chance; 0 where few entities have both.
   */
  double agreement(String column, AnchoredRows other, String othersColumn) {
    int both = 0;
    int equal = 0;
    Map<String, Integer> mine = new HashMap<>();
    Map<String, Integer> others = new HashMap<>();
    for (long entity : shared(other)) {
      String here = rows.getOrDefault(entity, Map.of()).get(column);
      String there = other.rows.getOrDefault(entity, Map.of()).get(othersColumn);
      if (here != null && there != null) {
        both++;
        equal += here.equals(there) ? 1 : 0;
        mine.merge(here, 1, Integer::sum);
        others.merge(there, 1, Integer::sum);
      }
    }
    if (both < FEWEST_SHARED / 2) {
      return 0;
    }
    double chance = 0;
    for (Map.Entry<String, Integer> value : mine.entrySet()) {
      chance += (double) value.getValue() * others.getOrDefault(value.getKey(), 0) / both / both;
    }
    return chance >= 1 ? 0 : ((double) equal / both - chance) / (1 - chance);
  }
}
