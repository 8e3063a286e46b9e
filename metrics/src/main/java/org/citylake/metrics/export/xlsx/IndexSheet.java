package org.citylake.metrics.export.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.figure.Mean;
import org.citylake.metrics.export.figure.NodeFigure;
import org.citylake.metrics.export.figure.TraceFigure;
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

  private static final String COEFFICIENT = "coefficient";
  private static final int PER_UNIT = 3;
  private static final double SAME = 1e-9;
  private static final List<String> HEADER =
      List.of(
          "节点 Node",
          "上级 Parent",
          "名称",
          "Name",
          "层级 Level",
          "方法 Method",
          "权重 Weight among siblings");

  private final Worksheet sheet;
  private final IndexFigures figures;
  private final ExportReference reference;
  private final List<String> written = new ArrayList<>();

  IndexSheet(Worksheet sheet, IndexFigures figures, ExportReference reference) {
    this.sheet = sheet;
    this.figures = figures;
    this.reference = reference;
  }

  void write() {
    header();
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < figures.nodes().size(); i++) {
      FigureNode node = figures.nodes().get(i);
      rows.put(node.code(), FIRST_ROW + i);
      describe(FIRST_ROW + i, node);
    }
    for (FigureNode node : figures.nodes()) {
      Integer row = rows.get(node.code());
      if (row != null) {
        figuresOf(row, node, rows);
      }
    }
    if (figures.edition().steps().containsKey(COEFFICIENT)) {
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

  private void header() {
    sheet.value(0, 0, figures.edition().nameZh() + "  " + figures.edition().nameEn());
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.value(
        1,
        0,
        (figures.edition().model()
                ? "本平台的模型，不是官方指数 A model of this platform, no official index"
                : "官方指数 Official index")
            + "; "
            + figures.edition().id()
            + "; 数据期 Period "
            + figures.period());
    sheet.value(
        2,
        0,
        "改动黄色的权重或指标的标准化值，得分随之改变 Change a yellow weight or an indicator's normalised value and"
            + " see the scores");
    for (int i = 0; i < HEADER.size(); i++) {
      title(FIRST_ROW - 1, i, HEADER.get(i));
      sheet.width(i, i == 2 || i == 3 ? 30 : 16);
    }
    for (int u = 0; u < figures.units().size(); u++) {
      ExportReference.Names unit = reference.area(figures.units().get(u));
      int column = FIRST_UNIT + u * PER_UNIT;
      title(FIRST_ROW - 3, column, figures.units().get(u));
      title(FIRST_ROW - 2, column, unit.zh() + " " + unit.en());
      title(FIRST_ROW - 1, column, "得分 Score");
      title(FIRST_ROW - 1, column + 1, "发布得分 Published");
      title(FIRST_ROW - 1, column + 2, "差 Difference");
    }
  }

  private void title(int row, int column, String text) {
    sheet.value(row, column, text);
    sheet.style(row, column).bold().fillColor("DDE6EF").set();
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

  private void figuresOf(int row, FigureNode node, Map<String, Integer> rows) {
    @Nullable ScoreFormula formula = formula(node, rows);
    if (!node.leaf() && !figures.units().stream().allMatch(unit -> given(formula, unit, node))) {
      written.add(node.code());
    }
    for (int u = 0; u < figures.units().size(); u++) {
      String unit = figures.units().get(u);
      int column = FIRST_UNIT + u * PER_UNIT;
      Double published = figures.find(unit, node.code()).map(NodeFigure::score).orElse(null);
      if (formula != null && given(formula, unit, node)) {
        sheet.formula(row, column, formula(formula, node, column));
      } else if (node.leaf()) {
        number(row, column, normalised(unit, node.code()));
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
  }

  /** The formula of a cell: of the root times the coefficient below the tree, if there is one. */
  private String formula(ScoreFormula formula, FigureNode node, int column) {
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

  private boolean multiplied(FigureNode node) {
    return node.parent().isEmpty() && figures.edition().steps().containsKey(COEFFICIENT);
  }

  private int coefficientRow() {
    return FIRST_ROW + figures.nodes().size();
  }

  private void coefficients() {
    sheet.value(coefficientRow(), 0, COEFFICIENT);
    sheet.value(coefficientRow(), 2, "系数（乘以总分）");
    sheet.value(coefficientRow(), 3, "Coefficient, times the score at the top");
    for (int u = 0; u < figures.units().size(); u++) {
      number(coefficientRow(), FIRST_UNIT + u * PER_UNIT, coefficient(figures.units().get(u)));
    }
  }

  private @Nullable Double coefficient(String unit) {
    return figures
        .find(unit, figures.root().code(), COEFFICIENT)
        .map(TraceFigure::value)
        .orElse(null);
  }

  private @Nullable ScoreFormula formula(FigureNode node, Map<String, Integer> rows) {
    Step step = node.aggregation().orElse(null);
    Mean mean = step == null ? null : Mean.of(step).orElse(null);
    List<FigureNode> children = figures.children(node.code());
    if (step == null || mean == null || children.isEmpty()) {
      return null;
    }
    Integer first = rows.get(children.get(0).code());
    return first == null
        ? null
        : new ScoreFormula(mean, step, Cells.column(WEIGHT), first + 1, first + children.size());
  }

  /** Whether the formula would give what was published for the unit. */
  private boolean given(@Nullable ScoreFormula formula, String unit, FigureNode node) {
    if (formula == null) {
      return false;
    }
    List<Mean.Part> parts = new ArrayList<>();
    for (FigureNode child : figures.children(node.code())) {
      Double value =
          child.leaf()
              ? normalised(unit, child.code())
              : figures.find(unit, child.code()).map(NodeFigure::score).orElse(null);
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
    Double published = figures.find(unit, node.code()).map(NodeFigure::score).orElse(null);
    return published == null
        ? computed.isEmpty()
        : computed.isPresent()
            && Math.abs(computed.getAsDouble() - published)
                <= SAME * Math.max(1, Math.abs(published));
  }

  private @Nullable Double normalised(String unit, String code) {
    return figures.find(unit, code, "normalised").map(TraceFigure::value).orElse(null);
  }

  private void number(int row, int column, @Nullable Double value) {
    if (value != null) {
      sheet.value(row, column, value);
    }
  }
}
