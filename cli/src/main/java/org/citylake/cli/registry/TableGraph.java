package org.citylake.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.TableDeclaration;

/**
 * Which table is made from which: what mappings, queries, {@code derivedFrom} and indicators
 * declare, and what the last run of a home read besides.
 */
final class TableGraph {
  private static final String INDICATOR_VALUES = "metric.indicator_value";

  private final Map<String, Set<String>> inputs = new TreeMap<>();

  private TableGraph() {}

  /**
   * The graph.
   *
   * @param lastRun details of the last step {@code compute}: {@code tables}, table to {@code
   *     inputs}
   */
  static TableGraph of(DeclarationLibrary library, Optional<JsonNode> lastRun) {
    TableGraph graph = new TableGraph();
    for (SourceDeclaration source : library.sources()) {
      source.mapping().ifPresent(m -> graph.add(m.to(), source(source)));
    }
    for (TableDeclaration table : library.tables()) {
      table.tablesRead().forEach(from -> graph.add(table.fullName(), from));
      if (table.contract().custom().get("derivedFrom") instanceof List<?> entries) {
        for (Object entry : entries) {
          graph.add(table.fullName(), String.valueOf(((Map<?, ?>) entry).get("table")));
        }
      }
    }
    for (IndicatorDeclaration indicator : library.indicators()) {
      indicator.inputs().forEach(from -> graph.add(INDICATOR_VALUES, from));
    }
    lastRun.ifPresent(
        run ->
            run.path("tables")
                .properties()
                .forEach(
                    table ->
                        table
                            .getValue()
                            .path("inputs")
                            .forEach(from -> graph.add(table.getKey(), from.asText()))));
    return graph;
  }

  /** The node of what a source brings: its raw table; a streamed source has none and is one. */
  static String source(SourceDeclaration source) {
    return source.replayed() ? source.id() : "raw." + source.id();
  }

  private void add(String to, String from) {
    inputs.computeIfAbsent(to, t -> new TreeSet<>()).add(from);
  }

  /** What a table is made from. */
  List<String> upstream(String table) {
    return List.copyOf(inputs.getOrDefault(table, Set.of()));
  }

  /** What is made from a table. */
  List<String> downstream(String table) {
    return inputs.entrySet().stream()
        .filter(e -> e.getValue().contains(table))
        .map(Map.Entry::getKey)
        .toList();
  }
}
