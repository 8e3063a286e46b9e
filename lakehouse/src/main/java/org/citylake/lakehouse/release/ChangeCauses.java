package org.citylake.lakehouse.release;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citylake.core.value.Selector;
import org.citylake.lakehouse.release.FigureTable.Pair;

/**
 * Of all that changed, what a figure depends on. Which of several causes moved it by how much is
 * not told: that takes computing it without one of them.
 */
final class ChangeCauses {
  private static final String INDICATORS = "metrics/indicators/";
  private static final String EDITIONS = "metrics/indexes/";
  private static final String SOURCES = "ingestion/sources/";

  private final WhatChanged changed;

  ChangeCauses(WhatChanged changed) {
    this.changed = changed;
  }

  /** Causes of an indicator's value. */
  List<String> ofIndicator(Pair figure) {
    Set<String> causes = new TreeSet<>(common());
    String code = String.valueOf(figure.columns().get("indicator_code"));
    changed.definitions().stream()
        .filter(folder -> folder.startsWith(INDICATORS) && folder.endsWith("/" + code))
        .forEach(folder -> causes.add("definition " + folder));
    figure.evidence().forEach(selector -> addSource(selector, causes));
    return told(causes);
  }

  /** Causes of a target. */
  List<String> ofTarget(Pair target) {
    Set<String> causes = new TreeSet<>(common());
    addSource(target.selector(), causes);
    return told(causes);
  }

  /**
   * Causes of the scores of an edition.
   *
   * @param edition {@code index/edition}
   * @param evidence selectors of the values and targets that any of its units is scored on
   * @param below causes of values and targets that changed, by selector
   */
  List<String> ofEdition(String edition, Set<String> evidence, Map<String, List<String>> below) {
    Set<String> causes = new TreeSet<>();
    if (changed.definitions().contains(EDITIONS + edition)) {
      causes.add("definition " + EDITIONS + edition);
    }
    evidence.forEach(selector -> causes.addAll(below.getOrDefault(selector, List.of())));
    if (causes.isEmpty() || changed.code()) {
      causes.addAll(common());
    }
    return told(causes);
  }

  /** What every figure may depend on: the code, tables' queries, code lists. */
  private Set<String> common() {
    Set<String> causes = new TreeSet<>();
    if (changed.code()) {
      causes.add("code");
    }
    changed.definitions().stream()
        .filter(f -> List.of(INDICATORS, EDITIONS, SOURCES).stream().noneMatch(f::startsWith))
        .forEach(folder -> causes.add("definition " + folder));
    return causes;
  }

  /** The source of a row, and the table itself where figures are computed from it directly. */
  private void addSource(String text, Set<String> causes) {
    Selector selector = Selector.parse(text);
    String source = selector.columns().getOrDefault("source_id", "");
    for (String table : List.of("raw." + source, selector.table())) {
      if (changed.inputs().contains(table)) {
        causes.add("inputs " + table);
      }
    }
    changed.definitions().stream()
        .filter(folder -> folder.startsWith(SOURCES) && folder.endsWith("/" + source))
        .forEach(folder -> causes.add("definition " + folder));
  }

  /** Where nothing that is known to be below changed, every changed input may be the cause. */
  private List<String> told(Set<String> causes) {
    if (causes.isEmpty()) {
      changed.inputs().forEach(table -> causes.add("inputs " + table));
    }
    return causes.isEmpty() ? List.of("unexplained") : List.copyOf(causes);
  }
}
