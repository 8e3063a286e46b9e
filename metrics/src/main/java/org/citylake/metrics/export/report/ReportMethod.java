package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citylake.core.declaration.EditionDeclaration.Step;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/** Chapter 3: indicators and weights, steps and their methods (指标体系与方法). */
final class ReportMethod {
  private static final Map<String, Names> STEPS =
      Map.of(
          "screen", new Names("筛选", "Screen"),
          "denominate", new Names("折算", "Denominate"),
          "impute", new Names("推算缺失", "Impute"),
          "treat", new Names("处理离群值", "Treat"),
          "normalise", new Names("标准化", "Normalise"),
          "weight", new Names("赋权", "Weight"),
          "aggregate", new Names("合成", "Aggregate"));

  private ReportMethod() {}

  static void chapter(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "三、指标体系与方法", "3 Indicators and method");
    html.heading(3, "（一）指标与权重", "Indicators and weights");
    List<List<Cell>> rows = new ArrayList<>();
    add(rows, contents, figures, figures.root());
    html.table(
        List.of(
            Head.text("指标", "Node or indicator"),
            Head.number("组内权重", "Within group"),
            Head.number("总权重", "In the index"),
            Head.text("计量单位", "Unit"),
            Head.text("责任单位", "Owner")),
        rows);
    html.heading(3, "（二）计分步骤", "Steps of the scoring");
    List<List<Cell>> steps = new ArrayList<>();
    figures
        .edition()
        .steps()
        .forEach(
            (name, step) ->
                steps.add(
                    List.of(
                        Cell.of(STEPS.getOrDefault(name, new Names(name, name))),
                        Cell.of(step.method()),
                        Cell.of(parameters(step)))));
    html.table(
        List.of(Head.text("步骤", "Step"), Head.text("方法", "Method"), Head.text("参数", "Parameters")),
        steps);
  }

  private static void add(
      List<List<Cell>> rows, ExportContents contents, IndexFigures figures, FigureNode node) {
    rows.add(
        List.of(
            Cell.indented(node.level(), node.names()),
            Cell.number(Figures.percent(node.share())),
            Cell.number(Figures.percent(node.weight())),
            contents
                .reference()
                .findIndicator(node.code())
                .filter(i -> node.leaf())
                .map(i -> Cell.of(contents.reference().unit(i.unit())))
                .orElse(Cell.of("")),
            Cell.of(
                contents
                    .reference()
                    .findIndicator(node.code())
                    .filter(i -> node.leaf())
                    .map(i -> i.owner())
                    .orElse(""))));
    figures.children(node.code()).forEach(child -> add(rows, contents, figures, child));
  }

  private static String parameters(Step step) {
    List<String> parts = new ArrayList<>();
    step.parameters().forEach((key, value) -> parts.add(key + ": " + value));
    return String.join("; ", parts);
  }
}
