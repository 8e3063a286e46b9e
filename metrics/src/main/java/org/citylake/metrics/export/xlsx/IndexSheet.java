package org.citylake.metrics.export.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * One edition and period as a sheet that computes: a row per node, siblings together; the tree and
 * the weights on the left, then for each unit the score, the published score and their difference.
 * An indicator's score is its normalised value, a node's a formula over its children. Who changes a
 * weight sees what it does.
 *
 * <p>Where the published score is not what a formula would give, because of a method or a further
 * step that cannot be written as one, the published score itself stands there and the sheet says
 * so.
 */
final class IndexSheet {
  /** The row of the first node, from 0. */
  static final int FIRST_ROW = 7;

  /** The column of the weights, from 0. */
  static final int WEIGHT = 6;

  /** The first column of the first unit, from 0; each unit has three. */
  static final int FIRST_UNIT = 7;

  /** Columns of a unit. */
  static final int PER_UNIT = 3;

  private final Worksheet sheet;
  private final IndexFigures figures;
  private final ExportReference reference;
  private final NodeFormulas formulas;
  private final List<String> written = new ArrayList<>();

  IndexSheet(Worksheet sheet, IndexFigures figures, ExportReference reference) {
    this.sheet = sheet;
    this.figures = figures;
    this.reference = reference;
    this.formulas = new NodeFormulas(figures);
  }

  void write() {
    new SheetHead(sheet, figures, reference).write();
    for (int i = 0; i < figures.nodes().size(); i++) {
      describe(FIRST_ROW + i, figures.nodes().get(i));
      figuresOf(FIRST_ROW + i, figures.nodes().get(i));
    }
    if (formulas.hasCoefficient()) {
      coefficients();
    }
    sheet.value(
        3,
        0,
        written.isEmpty()
            ? "所有得分均由公式重新计算 Every score is recomputed by a formula"
            : "下列节点的得分不能写成公式，直接给出发布值 Of these nodes no formula gives the published score,"
                + " so it stands there itself: "
                + String.join(", ", written));
    sheet.freezePane(WEIGHT + 1, FIRST_ROW);
  }

  private void describe(int row, FigureNode node) {
    sheet.value(row, 0, node.code());
    sheet.value(row, 1, node.parent().orElse(""));
    sheet.value(row, 2, node.names().zh());
    sheet.value(row, 3, node.names().en());
    sheet.value(row, 4, node.level());
    sheet.value(row, 5, node.aggregation().map(Step::method).orElse(""));
    sheet.value(row, WEIGHT, node.share());
    sheet.style(row, WEIGHT).fillColor("FFF2B3").set();
  }

  private void figuresOf(int row, FigureNode node) {
    Optional<ScoreFormula> formula = formulas.find(node);
    boolean asPublished = true;
    for (int u = 0; u < figures.units().size(); u++) {
      String unit = figures.units().get(u);
      int column = FIRST_UNIT + u * PER_UNIT;
      Double published = formulas.published(unit, node.code());
      Optional<ScoreFormula> given = formula.filter(f -> formulas.gives(f, unit, node));
      asPublished &= given.isPresent();
      if (given.isPresent()) {
        sheet.formula(row, column, formulas.text(given.get(), node, column));
      } else if (node.leaf()) {
        number(row, column, formulas.normalised(unit, node.code()));
      } else {
        number(row, column, published);
      }
      number(row, column + 1, published);
      String score = Cells.name(row, column);
      String other = Cells.name(row, column + 1);
      sheet.formula(
          row,
          column + 2,
          "IF(AND(ISNUMBER("
              + score
              + "),ISNUMBER("
              + other
              + ")),"
              + score
              + "-"
              + other
              + ",\"\")");
      if (!node.leaf()) {
        sheet.style(row, column).bold().set();
      }
    }
    if (!node.leaf() && !asPublished) {
      written.add(node.code());
    }
  }

  private void coefficients() {
    int row = formulas.coefficientRow();
    sheet.value(row, 0, NodeFormulas.COEFFICIENT);
    sheet.value(row, 2, "系数（乘以总分）");
    sheet.value(row, 3, "Coefficient, times the score at the top");
    for (int u = 0; u < figures.units().size(); u++) {
      number(row, FIRST_UNIT + u * PER_UNIT, formulas.coefficient(figures.units().get(u)));
    }
  }

  private void number(int row, int column, @Nullable Double value) {
    if (value != null) {
      sheet.value(row, column, value);
    }
  }
}
