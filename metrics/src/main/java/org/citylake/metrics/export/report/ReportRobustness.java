package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.citylake.core.declaration.RobustnessDeclaration;
import org.citylake.core.declaration.RobustnessDeclaration.Factor;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.figure.NodeFigure;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/**
 * The annex on robustness: what was varied and how far each unit's rank and score moved, from the
 * rows of {@code metric.index_robustness}; else why there are none.
 */
final class ReportRobustness {
  private static final String TABLE = "metric.index_robustness";

  private ReportRobustness() {}

  static void annex(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "附件四 稳健性检验", "Annex 4 Robustness");
    if (figures.edition().robustness().isEmpty()) {
      html.paragraph("本版本没有声明稳健性检验。", "The edition declares no test of robustness.");
      return;
    }
    RobustnessDeclaration declared = figures.edition().robustness().get();
    if (contents.findTable(TABLE).isEmpty()) {
      html.paragraph(
          "本导出不含稳健性检验结果（" + TABLE + "）。",
          "This export does not hold the results of the test of robustness (" + TABLE + ").");
      return;
    }
    List<Map<String, ?>> rows = rows(contents, figures);
    if (rows.isEmpty()) {
      html.paragraph(
          "得分单元少于" + figures.edition().minimumUnits() + "个，未作稳健性检验。",
          "Fewer than "
              + figures.edition().minimumUnits()
              + " units are scored: robustness was not tested.");
      return;
    }
    html.paragraph(
        "随机抽样"
            + rows.get(0).get("draws")
            + "次，同时变动："
            + String.join("、", declared.factors().stream().map(ReportRobustness::zh).toList())
            + "。区间为5%至95%分位数。",
        rows.get(0).get("draws")
            + " random draws that vary together: "
            + String.join("; ", declared.factors().stream().map(ReportRobustness::en).toList())
            + ". Intervals run from the 5 % to the 95 % quantile.");
    html.table(
        List.of(
            Head.text("评价单元", "Unit"),
            Head.text("组别", "Peer group"),
            Head.number("排名", "Rank"),
            Head.number("平均排名", "Mean rank"),
            Head.number("排名区间", "Rank interval"),
            Head.number("得分", "Score"),
            Head.number("得分区间", "Score interval")),
        rows.stream().map(row -> cells(contents, figures, row)).toList());
  }

  private static List<Map<String, ?>> rows(ExportContents contents, IndexFigures figures) {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (Map<String, ?> row : contents.findTable(TABLE).orElseThrow().rows()) {
      if (figures.edition().id().equals(row.get("edition"))
          && figures.period().equals(row.get("time_period"))) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparing((Map<String, ?> row) -> group(figures, row))
            .thenComparingDouble(row -> number(row, "rank").orElse(Double.POSITIVE_INFINITY)));
    return rows;
  }

  private static String group(IndexFigures figures, Map<String, ?> row) {
    return figures
        .find(String.valueOf(row.get("unit")), figures.root().code())
        .map(NodeFigure::group)
        .orElse("");
  }

  private static List<Cell> cells(
      ExportContents contents, IndexFigures figures, Map<String, ?> row) {
    return List.of(
        Cell.of(contents.reference().area(String.valueOf(row.get("unit")))),
        Cell.of(group(figures, row)),
        Cell.number(Figures.value(number(row, "rank"), 0)),
        Cell.number(Figures.value(number(row, "rank_mean"), 1)),
        Cell.number(interval(row, "rank", 0)),
        Cell.number(Figures.score(number(row, "score"))),
        Cell.number(interval(row, "score", 2)));
  }

  private static String interval(Map<String, ?> row, String what, int decimals) {
    return Figures.value(number(row, what + "_q05"), decimals)
        + " – "
        + Figures.value(number(row, what + "_q95"), decimals);
  }

  private static OptionalDouble number(Map<String, ?> row, String column) {
    return row.get(column) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  private static String zh(Factor factor) {
    return factor.weightNoise().isPresent()
        ? "权重（±" + Figures.percent(factor.weightNoise().getAsDouble()) + "）"
        : factor.name() + "（" + range(factor) + "）";
  }

  private static String en(Factor factor) {
    return factor.weightNoise().isPresent()
        ? "weights (±" + Figures.percent(factor.weightNoise().getAsDouble()) + ")"
        : factor.name() + " (" + range(factor) + ")";
  }

  private static String range(Factor factor) {
    return factor.values().isEmpty()
        ? factor.low().orElseThrow() + " – " + factor.high().orElseThrow()
        : String.join(" / ", factor.values().stream().map(String::valueOf).toList());
  }
}
