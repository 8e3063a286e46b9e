package org.citylake.metrics.export.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.figure.Mean;
import org.citylake.metrics.export.figure.NodeFigure;
import org.citylake.metrics.export.figure.TraceFigure;
import org.jspecify.annotations.Nullable;

/** Which nodes of an {@link IndexSheet} a formula scores as they were published, and which one. */
final class NodeFormulas {
  /** Stage of the coefficient in the trace, and its step. */
  static final String COEFFICIENT = "coefficient";

  private static final double SAME = 1e-9;

  private final IndexFigures figures;
  private final Map<String, Integer> rows = new HashMap<>();

  NodeFormulas(IndexFigures figures) {
    this.figures = figures;
    for (int i = 0; i < figures.nodes().size(); i++) {
      rows.put(figures.nodes().get(i).code(), IndexSheet.FIRST_ROW + i);
    }
  }

  /** The formula of a node; empty for an indicator and for a method that cannot be written so. */
  Optional<ScoreFormula> find(FigureNode node) {
    Step step = node.aggregation().orElse(null);
    Mean mean = step == null ? null : Mean.of(step).orElse(null);
    List<FigureNode> children = figures.children(node.code());
    if (step == null || mean == null || children.isEmpty()) {
      return Optional.empty();
    }
    Integer first = rows.get(children.get(0).code());
    return first == null
        ? Optional.empty()
        : Optional.of(
            new ScoreFormula(
                mean, step, Cells.column(IndexSheet.WEIGHT), first + 1, first + children.size()));
  }

  /** Whether the formula would give what was published for the unit. */
  boolean gives(ScoreFormula formula, String unit, FigureNode node) {
    List<Mean.Part> parts = new ArrayList<>();
    for (FigureNode child : figures.children(node.code())) {
      Double value = child.leaf() ? normalised(unit, child.code()) : published(unit, child.code());
      parts.add(
          new Mean.Part(
              child.share(), value == null ? OptionalDouble.empty() : OptionalDouble.of(value)));
    }
    OptionalDouble mean = formula.mean().apply(formula.step(), parts);
    Double factor = multiplied(node) ? coefficient(unit) : Double.valueOf(1);
    OptionalDouble computed =
        mean.isEmpty() || factor == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(mean.getAsDouble() * factor);
    Double published = published(unit, node.code());
    return published == null
        ? computed.isEmpty()
        : computed.isPresent()
            && Math.abs(computed.getAsDouble() - published)
                <= SAME * Math.max(1, Math.abs(published));
  }

  /** The formula of a cell: of the root times the coefficient below the tree, if there is one. */
  String text(ScoreFormula formula, FigureNode node, int column) {
    String mean = formula.over(Cells.column(column));
    if (!multiplied(node)) {
      return mean;
    }
    // A mean that is no number times a number is an error, as is a number times nothing known.
    String coefficient = Cells.name(coefficientRow(), column);
    return "IF(ISNUMBER("
        + coefficient
        + "),IFERROR(("
        + mean
        + ")*"
        + coefficient
        + ",\"\"),\"\")";
  }

  /** Whether the score at the top is multiplied by a coefficient. */
  boolean hasCoefficient() {
    return figures.edition().steps().containsKey(COEFFICIENT);
  }

  private boolean multiplied(FigureNode node) {
    return node.parent().isEmpty() && hasCoefficient();
  }

  /** The row of the coefficients, from 0, below the tree. */
  int coefficientRow() {
    return IndexSheet.FIRST_ROW + figures.nodes().size();
  }

  /** The unit's coefficient; null when it has none. */
  @Nullable Double coefficient(String unit) {
    return figures
        .find(unit, figures.root().code(), COEFFICIENT)
        .map(TraceFigure::value)
        .orElse(null);
  }

  /** The unit's normalised value of an indicator; null when missing. */
  @Nullable Double normalised(String unit, String code) {
    return figures.find(unit, code, "normalised").map(TraceFigure::value).orElse(null);
  }

  /** The unit's published score of a node; null when it has none. */
  @Nullable Double published(String unit, String code) {
    return figures.find(unit, code).map(NodeFigure::score).orElse(null);
  }
}
