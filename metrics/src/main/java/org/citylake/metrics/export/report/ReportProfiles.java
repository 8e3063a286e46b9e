package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/** Chapters 7 to 10: a page for each unit, gaps, and what is left to people. */
final class ReportProfiles {
  private static final int WEAKEST = 3;

  private ReportProfiles() {}

  static void chapters(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "七、各区画像", "7 Profiles");
    List<String> valued = figures.units().stream().filter(u -> Figures.valued(figures, u)).toList();
    for (int i = 0; i < valued.size(); i++) {
      html.raw(i == 0 ? "<section>" : "<section class=\"profile\">");
      profile(html, contents, figures, valued.get(i));
      html.raw("</section>");
    }
    List<ExportReference.Names> without =
        figures.units().stream()
            .filter(u -> !valued.contains(u))
            .map(u -> contents.reference().area(u))
            .toList();
    if (!without.isEmpty()) {
      html.paragraph(
          "没有任何数据的评价单元："
              + without.stream().map(ExportReference.Names::zh).collect(Collectors.joining("、"))
              + "。",
          "Units without any data: "
              + without.stream().map(ExportReference.Names::en).collect(Collectors.joining(", "))
              + ".");
    }
    html.heading(2, "八、主要成效与典型案例", "8 Achievements and cases");
    html.paragraph(
        "平台没有案例资料，本章由评估单位撰写。",
        "The platform holds no cases; this chapter is for the evaluators to write.");
    html.heading(2, "九、问题与短板", "9 Gaps");
    gaps(html, contents, figures);
    html.heading(2, "十、对策建议", "10 Advice");
    html.paragraph(
        "平台不给出建议，本章由评估单位撰写。",
        "The platform gives no advice; this chapter is for the evaluators to write.");
  }

  private static void profile(
      Html html, ExportContents contents, IndexFigures figures, String unit) {
    ExportReference.Names names = contents.reference().area(unit);
    String root = figures.root().code();
    html.heading(3, names.zh() + "（" + unit + "）", names.en());
    html.paragraph(
        "总分 "
            + Figures.score(Figures.score(figures, unit, root))
            + "，排名 "
            + Figures.rank(figures.find(unit, root))
            + "。",
        "Total score "
            + Figures.score(Figures.score(figures, unit, root))
            + ", rank "
            + Figures.rank(figures.find(unit, root))
            + ".");
    List<List<Cell>> rows = new ArrayList<>();
    for (FigureNode leaf : figures.leaves()) {
      int decimals =
          contents
              .reference()
              .findIndicator(leaf.code())
              .map(IndicatorDeclaration::decimals)
              .orElse(2);
      String unitName =
          contents
              .reference()
              .findIndicator(leaf.code())
              .map(i -> contents.reference().unit(i.unit()).zh())
              .orElse("");
      rows.add(
          List.of(
              Cell.of(leaf.names()),
              Cell.number(
                  Figures.value(Figures.stage(figures, unit, leaf.code(), "raw"), decimals)),
              Cell.of(unitName),
              Cell.number(Figures.score(Figures.stage(figures, unit, leaf.code(), "normalised"))),
              Cell.number(Figures.score(Figures.stage(figures, unit, leaf.code(), "weighted"))),
              Cell.of(Figures.origin(figures, unit, leaf.code()))));
    }
    html.table(
        List.of(
            Head.text("指标", "Indicator"),
            Head.number("指标值", "Value"),
            Head.text("单位", "Unit"),
            Head.number("标准化", "Normalised"),
            Head.number("对上级的贡献", "Contribution"),
            Head.text("来源", "Origin")),
        rows);
  }

  private static void gaps(Html html, ExportContents contents, IndexFigures figures) {
    html.paragraph(
        "各评价单元标准化值最低的指标，以及没有数据的指标：",
        "The indicators with the lowest normalised values of each unit, and those without data:");
    List<List<Cell>> rows = new ArrayList<>();
    for (String unit : figures.units().stream().filter(u -> Figures.valued(figures, u)).toList()) {
      List<FigureNode> there =
          figures.leaves().stream()
              .filter(n -> Figures.stage(figures, unit, n.code(), "normalised").isPresent())
              .sorted(
                  Comparator.comparingDouble(
                      n -> Figures.stage(figures, unit, n.code(), "normalised").orElse(0)))
              .toList();
      rows.add(
          List.of(
              Cell.of(contents.reference().area(unit)),
              Cell.of(
                  there.stream()
                      .limit(WEAKEST)
                      .map(
                          n ->
                              n.names().zh()
                                  + " "
                                  + Figures.score(
                                      Figures.stage(figures, unit, n.code(), "normalised")))
                      .collect(Collectors.joining("；"))),
              Cell.of(
                  figures.leaves().stream()
                      .filter(n -> !there.contains(n))
                      .map(n -> n.names().zh())
                      .collect(Collectors.joining("；")))));
    }
    html.table(
        List.of(
            Head.text("评价单元", "Unit"),
            Head.text("最低的指标", "Lowest"),
            Head.text("没有数据的指标", "Without data")),
        rows);
  }
}
