package org.citylake.metrics.export.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.citylake.core.declaration.EditionDeclaration;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportTable;

/**
 * What an edition published for one period, from the rows of {@code metric.index_score} and {@code
 * metric.index_trace}.
 *
 * @param edition the edition's declaration
 * @param period the period whose data were scored
 * @param nodes the root first; siblings stand together, in the order of the edition
 * @param units the units that have rows, in the order of the edition
 * @param scores by unit and node
 * @param trace by unit, node and stage
 */
public record IndexFigures(
    EditionDeclaration edition,
    String period,
    List<FigureNode> nodes,
    List<String> units,
    Map<String, NodeFigure> scores,
    Map<String, TraceFigure> trace) {
  /** Table of the scores. */
  public static final String SCORE = "metric.index_score";

  /** Table of the trace. */
  public static final String TRACE = "metric.index_trace";

  private static final String BETWEEN = "\u0000";

  public IndexFigures {
    nodes = List.copyOf(nodes);
    units = List.copyOf(units);
    scores = Map.copyOf(scores);
    trace = Map.copyOf(trace);
  }

  /**
   * The figures of every edition and period that the export's rows are of, ordered by both; none
   * when the export lacks one of the two tables. An edition that is not declared is left out.
   */
  public static List<IndexFigures> of(ExportContents contents) {
    Optional<ExportTable> scores = contents.findTable(SCORE);
    Optional<ExportTable> trace = contents.findTable(TRACE);
    if (scores.isEmpty() || trace.isEmpty()) {
      return List.of();
    }
    Map<String, List<Map<String, ?>>> byEdition = new TreeMap<>();
    for (Map<String, ?> row : scores.get().rows()) {
      byEdition.computeIfAbsent(place(row), k -> new ArrayList<>()).add(row);
    }
    Map<String, Map<String, TraceFigure>> traces = new HashMap<>();
    for (Map<String, ?> row : trace.get().rows()) {
      traces
          .computeIfAbsent(place(row), k -> new HashMap<>())
          .put(
              key(text(row, "unit"), text(row, "indicator"), text(row, "stage")),
              TraceFigure.of(row));
    }
    List<IndexFigures> figures = new ArrayList<>();
    byEdition.forEach(
        (place, rows) ->
            contents
                .reference()
                .findEdition(text(rows.get(0), "edition"))
                .map(e -> of(contents, e, rows, traces.getOrDefault(place, Map.of())))
                .ifPresent(figures::add));
    return figures;
  }

  private static IndexFigures of(
      ExportContents contents,
      EditionDeclaration edition,
      List<Map<String, ?>> rows,
      Map<String, TraceFigure> trace) {
    Map<String, NodeFigure> scores = new HashMap<>();
    Map<String, Double> weights = new HashMap<>();
    Set<String> there = new LinkedHashSet<>();
    for (Map<String, ?> row : rows) {
      NodeFigure figure = NodeFigure.of(row);
      scores.put(key(text(row, "unit"), text(row, "node")), figure);
      weights.putIfAbsent(text(row, "node"), figure.weight());
      there.add(text(row, "unit"));
    }
    List<String> units = new ArrayList<>(edition.units());
    units.retainAll(there);
    there.stream().filter(u -> !edition.units().contains(u)).forEach(units::add);
    return new IndexFigures(
        edition,
        text(rows.get(0), "time_period"),
        FigureTree.nodes(edition, contents.reference(), weights),
        units,
        scores,
        trace);
  }

  /** The root. */
  public FigureNode root() {
    return nodes.get(0);
  }

  /** The nodes below a node, in the order of the edition. */
  public List<FigureNode> children(String code) {
    return nodes.stream().filter(n -> n.parent().filter(code::equals).isPresent()).toList();
  }

  /** The indicators. */
  public List<FigureNode> leaves() {
    return nodes.stream().filter(FigureNode::leaf).toList();
  }

  /** What was published for a unit and node, if anything. */
  public Optional<NodeFigure> find(String unit, String node) {
    return Optional.ofNullable(scores.get(key(unit, node)));
  }

  /** The value of a unit and indicator or node at a stage, such as {@code normalised}. */
  public Optional<TraceFigure> find(String unit, String node, String stage) {
    return Optional.ofNullable(trace.get(key(unit, node, stage)));
  }

  private static String place(Map<String, ?> row) {
    return key(text(row, "edition"), text(row, "time_period"));
  }

  private static String key(String... parts) {
    return String.join(BETWEEN, parts);
  }

  private static String text(Map<String, ?> row, String column) {
    return String.valueOf(row.get(column));
  }
}
