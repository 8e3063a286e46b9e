package org.citylake.metrics.export.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.figure.NodeFigure;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/** Chapters 4 to 6: overall, by district and peer group, by field. */
final class ReportResults {
  private ReportResults() {}

  static void chapters(
      Html html, ExportContents contents, IndexFigures figures, List<IndexFigures> all) {
    String root = figures.root().code();
    html.heading(2, "四、总体结果", "4 Overall results");
    table(html, contents, figures, figures.units(), root);
    change(html, contents, figures, all);
    html.heading(2, "五、分区结果", "5 Results by district and peer group");
    figures
        .edition()
        .peerGroups()
        .forEach(
            (group, units) -> {
              html.heading(3, "分组：" + group, "Peer group " + group);
              table(
                  html,
                  contents,
                  figures,
                  figures.units().stream().filter(units::contains).toList(),
                  root);
            });
    html.heading(2, "六、分领域分析", "6 Results by field");
    fields(html, contents, figures);
  }

  private static void table(
      Html html, ExportContents contents, IndexFigures figures, List<String> units, String node) {
    double greatest = Figures.greatest(figures, node);
    List<List<Cell>> rows = new ArrayList<>();
    for (String unit : Figures.ordered(figures, units, node)) {
      OptionalDouble score = Figures.score(figures, unit, node);
      rows.add(
          List.of(
              Cell.number(Figures.rank(figures.find(unit, node))),
              Cell.of(contents.reference().area(unit)),
              Cell.number(Figures.score(score)),
              Cell.bar(score.orElse(0) / greatest),
              Cell.number(
                  figures
                      .find(unit, node)
                      .map(f -> Figures.percent(f.available()))
                      .orElse(Figures.NONE)),
              Cell.of(
                  figures
                      .find(unit, node)
                      .map(NodeFigure::reason)
                      .map(Figures::reason)
                      .orElse(""))));
    }
    html.table(
        List.of(
            Head.number("排名", "Rank"),
            Head.text("评价单元", "Unit"),
            Head.number("得分", "Score"),
            Head.text("", ""),
            Head.number("可得权重", "Weight with data"),
            Head.text("说明", "Note")),
        rows);
  }

  private static void change(
      Html html, ExportContents contents, IndexFigures figures, List<IndexFigures> all) {
    html.heading(3, "年度变化", "Change over the years");
    List<IndexFigures> earlier =
        all.stream()
            .filter(f -> f.edition().id().equals(figures.edition().id()))
            .filter(f -> f.period().compareTo(figures.period()) < 0)
            .toList();
    if (earlier.isEmpty()) {
      html.paragraph(
          "本版本只有一期数据，没有年度变化。", "The edition has one period only, so there is no change to show.");
      return;
    }
    IndexFigures before = earlier.get(earlier.size() - 1);
    String root = figures.root().code();
    List<List<Cell>> rows = new ArrayList<>();
    for (String unit : figures.units()) {
      OptionalDouble now = Figures.score(figures, unit, root);
      OptionalDouble was = Figures.score(before, unit, root);
      rows.add(
          List.of(
              Cell.of(contents.reference().area(unit)),
              Cell.number(Figures.score(was)),
              Cell.number(Figures.score(now)),
              Cell.number(
                  now.isPresent() && was.isPresent()
                      ? String.format(Locale.ROOT, "%+.2f", now.getAsDouble() - was.getAsDouble())
                      : Figures.NONE)));
    }
    html.table(
        List.of(
            Head.text("评价单元", "Unit"),
            Head.number(before.period(), "Before"),
            Head.number(figures.period(), "Now"),
            Head.number("变化", "Change")),
        rows);
  }

  private static void fields(Html html, ExportContents contents, IndexFigures figures) {
    for (FigureNode field : ReportFront.fields(figures)) {
      html.heading(3, field.names().zh(), field.names().en());
      double greatest = Figures.greatest(figures, field.code());
      List<List<Cell>> rows = new ArrayList<>();
      for (String unit : Figures.ordered(figures, figures.units(), field.code())) {
        OptionalDouble score = Figures.score(figures, unit, field.code());
        rows.add(
            Stream.of(
                    Cell.of(contents.reference().area(unit)),
                    Cell.number(Figures.score(score)),
                    Cell.bar(score.orElse(0) / greatest))
                .toList());
      }
      html.table(
          List.of(Head.text("评价单元", "Unit"), Head.number("得分", "Score"), Head.text("", "")), rows);
    }
  }
}
