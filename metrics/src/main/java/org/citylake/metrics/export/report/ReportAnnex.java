package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.core.declaration.IndicatorDeclaration;
import org.citylake.core.declaration.Origin;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/** The annexes: definitions, duties, quality of the data, terms, origins. */
final class ReportAnnex {
  private ReportAnnex() {}

  static void annexes(Html html, ExportContents contents, IndexFigures figures) {
    definitions(html, contents, figures);
    duties(html, contents, figures);
    quality(html, contents, figures);
    ReportRobustness.annex(html, contents, figures);
    html.heading(2, "附件五 名词解释", "Annex 5 Terms");
    html.list(
        List.of(
            new Names("标准化：把不同单位的指标值换算到同一尺度。", "Normalised: brought to a common scale."),
            new Names(
                "可得权重：有数据的指标在总权重中所占的份额。",
                "Weight with data: the share of the weight whose indicators have data."),
            new Names(
                "数值来源：填报、计算、推算、合成或缺失。",
                "Origin of a value: reported, computed, imputed, synthetic or missing.")));
  }

  private static void definitions(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "附件一 指标解释与计算公式", "Annex 1 Definitions and formulas");
    List<List<Cell>> rows = new ArrayList<>();
    for (FigureNode leaf : figures.leaves()) {
      contents
          .reference()
          .findIndicator(leaf.code())
          .ifPresent(
              i ->
                  rows.add(
                      List.of(
                          Cell.of(leaf.names()),
                          Cell.of(new Names(i.definitionZh(), i.definitionEn())),
                          Cell.of(formula(i)),
                          Cell.of(i.basis()))));
    }
    html.table(
        List.of(
            Head.text("指标", "Indicator"),
            Head.text("解释", "Definition"),
            Head.text("公式", "Formula"),
            Head.text("依据", "Basis")),
        rows);
  }

  private static Names formula(IndicatorDeclaration indicator) {
    return switch (indicator.method()) {
      case COMPUTED -> {
        String factor = indicator.multiplier().toPlainString();
        yield new Names(factor + " × 分子 ÷ 分母", factor + " × numerator ÷ denominator");
      }
      case DERIVED -> {
        String factor = indicator.multiplier().toPlainString();
        String expression = indicator.expression().orElseThrow();
        yield new Names(factor + " × (" + expression + ")", factor + " × (" + expression + ")");
      }
      case REPORTED -> new Names("填报值", "as reported");
    };
  }

  private static void duties(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "附件二 填报单位与责任分工", "Annex 2 Who answers for what");
    Map<String, List<FigureNode>> byOwner = new TreeMap<>();
    for (FigureNode leaf : figures.leaves()) {
      String owner =
          contents
              .reference()
              .findIndicator(leaf.code())
              .map(IndicatorDeclaration::owner)
              .orElse(Figures.NONE);
      byOwner.computeIfAbsent(owner, k -> new ArrayList<>()).add(leaf);
    }
    List<List<Cell>> rows = new ArrayList<>();
    byOwner.forEach(
        (owner, leaves) ->
            rows.add(
                List.of(
                    Cell.of(owner),
                    Cell.of(
                        new Names(
                            String.join("、", leaves.stream().map(n -> n.names().zh()).toList()),
                            String.join(
                                ", ", leaves.stream().map(n -> n.names().en()).toList()))))));
    html.table(List.of(Head.text("责任单位", "Owner"), Head.text("指标", "Indicators")), rows);
  }

  private static void quality(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "附件三 数据质量、缺失与推算说明", "Annex 3 Quality of the data");
    html.paragraph("各来源的数据在总权重中所占的份额：", "The share of the index's weight by origin of the values:");
    List<List<Cell>> rows = new ArrayList<>();
    for (String unit : figures.units()) {
      Map<String, Double> shares = Figures.quality(figures, unit);
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(contents.reference().area(unit)));
      for (String status : List.of("reported", "computed", "imputed", "synthetic", "missing")) {
        row.add(Cell.number(Figures.percent(shares.getOrDefault(status, 0.0))));
      }
      rows.add(row);
    }
    html.table(
        List.of(
            Head.text("评价单元", "Unit"),
            Head.number("填报", "Reported"),
            Head.number("计算", "Computed"),
            Head.number("推算", "Imputed"),
            Head.number("合成", "Synthetic"),
            Head.number("缺失", "Missing")),
        rows);
  }

  /** Where the data come from and under which licence; once per report. */
  static void sources(Html html, ExportContents contents) {
    html.heading(2, "附件六 数据来源与许可", "Annex 6 Origin of the data and licences");
    List<List<Cell>> rows = new ArrayList<>();
    for (Origin origin : contents.facts().origins()) {
      rows.add(
          List.of(
              Cell.of(origin.title()),
              Cell.of(origin.producer()),
              Cell.of(origin.citation()),
              Cell.of(origin.licenceName())));
    }
    html.table(
        List.of(
            Head.text("资料", "Title"),
            Head.text("提供者", "Producer"),
            Head.text("引用", "Citation"),
            Head.text("许可", "Licence")),
        rows);
  }
}
