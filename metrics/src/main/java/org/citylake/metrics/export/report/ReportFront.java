package org.citylake.metrics.export.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportReference.Names;
import org.citylake.metrics.export.figure.FigureNode;
import org.citylake.metrics.export.figure.IndexFigures;
import org.citylake.metrics.export.report.Html.Cell;
import org.citylake.metrics.export.report.Html.Head;

/** Cover, summary (摘要), basis (依据) and scope (对象、范围与时点). */
final class ReportFront {
  private ReportFront() {}

  static void cover(Html html, ExportContents contents, List<IndexFigures> indexes) {
    html.raw("<section class=\"cover\">");
    html.heading(1, contents.export().titleZh(), contents.export().titleEn());
    for (IndexFigures figures : indexes) {
      html.heading(
          3,
          figures.edition().editionYear() + "年度《" + figures.edition().nameZh() + "》评估报告",
          "Evaluation report "
              + figures.edition().editionYear()
              + ": "
              + figures.edition().nameEn());
    }
    if (indexes.stream().anyMatch(f -> f.edition().model())) {
      html.notice(
          "本报告的指数是本平台的模型，不是官方指数；权重和计分规则均为平台所定。",
          "The index of this report is a model of this platform and no official index; weights and"
              + " rules are the platform's own.");
    }
    if (contents.facts().synthetic()) {
      html.notice(
          "本报告含有合成数据，不得作为真实统计使用。",
          "This report contains synthetic data and must not be used as real statistics.");
    }
    html.raw("<dl>");
    fact(html, "发布版本", "Release", contents.facts().releaseId());
    fact(
        html,
        "发布时间",
        "Released at",
        DateTimeFormatter.ISO_INSTANT.format(contents.facts().createdAt()));
    fact(html, "代码版本", "Code version", contents.facts().codeVersion());
    fact(html, "读者", "For whom", contents.export().audience());
    html.raw("</dl></section>");
  }

  static void chapters(Html html, ExportContents contents, IndexFigures figures) {
    summary(html, contents, figures);
    html.heading(2, "一、评估背景与依据", "1 Background and basis");
    html.paragraph(
        "本报告由平台按已发布的数据版本自动生成，同一版本生成的报告逐字节相同。指标体系、权重与计分规则以指数版本的声明为准，其散列值列于下表。",
        "This report is made by the platform from a published release; the same release gives the"
            + " same report byte by byte. Indicators, weights and rules are those of the edition's"
            + " declaration, whose hash stands below.");
    html.table(
        List.of(Head.text("依据", "Basis"), Head.text("内容", "Content")),
        List.of(
            List.of(Cell.of(new Names("指数版本", "Edition")), Cell.of(figures.edition().id())),
            List.of(
                Cell.of(new Names("声明散列 SHA-256", "Hash of the declaration")),
                Cell.code(figures.edition().contentHash())),
            List.of(
                Cell.of(new Names("指数性质", "Kind")),
                Cell.of(
                    figures.edition().model()
                        ? new Names("模型，不是官方指数", "A model, no official index")
                        : new Names("官方指数", "Official index")))));
    scope(html, contents, figures);
  }

  /** An edition that could not score a single unit: that it did not, and why. */
  static void unscored(Html html, IndexFigures figures) {
    html.heading(
        2, "《" + figures.edition().nameZh() + "》没有得分", figures.edition().nameEn() + ": no score");
    html.paragraph(
        "指数版本 "
            + figures.edition().id()
            + (figures.edition().model() ? "（模型，不是官方指数）" : "")
            + "，数据期 "
            + figures.period()
            + "：指标 "
            + figures.leaves().size()
            + " 项，没有评价单元达到计分所需的数据，因此不给分、不排名。",
        "Edition "
            + figures.edition().id()
            + (figures.edition().model() ? " (a model, no official index)" : "")
            + ", period of the data "
            + figures.period()
            + ": "
            + figures.leaves().size()
            + " indicators; no unit has the data that a score needs, so there is no score and no"
            + " rank.");
  }

  private static void summary(Html html, ExportContents contents, IndexFigures figures) {
    String root = figures.root().code();
    List<String> scored =
        Figures.ordered(figures, figures.units(), root).stream()
            .filter(u -> Figures.score(figures, u, root).isPresent())
            .toList();
    html.heading(2, "摘要", "Summary");
    html.paragraph(
        "评价单元 "
            + figures.units().size()
            + " 个，其中 "
            + scored.size()
            + " 个得到总分；数据期 "
            + figures.period()
            + "。",
        figures.units().size()
            + " units were evaluated, of which "
            + scored.size()
            + " have a total score; period of the data "
            + figures.period()
            + ".");
    if (scored.isEmpty()) {
      return;
    }
    List<Names> findings = new ArrayList<>();
    Names first = contents.reference().area(scored.get(0));
    String best = Figures.score(Figures.score(figures, scored.get(0), root));
    findings.add(
        new Names(
            "得分最高的是" + first.zh() + "（" + best + " 分）。",
            first.en() + " has the highest score (" + best + ")."));
    double mean =
        scored.stream()
            .mapToDouble(u -> Figures.score(figures, u, root).orElse(0))
            .average()
            .orElse(0);
    String last = Figures.score(Figures.score(figures, scored.get(scored.size() - 1), root));
    findings.add(
        new Names(
            "总分平均 "
                + Figures.score(OptionalDouble.of(mean))
                + " 分，最高与最低为 "
                + best
                + " 和 "
                + last
                + " 分。",
            "The mean is "
                + Figures.score(OptionalDouble.of(mean))
                + "; highest and lowest are "
                + best
                + " and "
                + last
                + "."));
    double missing =
        figures.units().stream()
            .mapToDouble(u -> Figures.quality(figures, u).getOrDefault("missing", 0.0))
            .average()
            .orElse(0);
    findings.add(
        new Names(
            "平均 " + Figures.percent(missing) + " 的权重没有数据，其权重按规则处理，见附件三。",
            Figures.percent(missing) + " of the weight has no data on average; see annex 3."));
    html.list(findings);
  }

  private static void scope(Html html, ExportContents contents, IndexFigures figures) {
    html.heading(2, "二、评估对象、范围与时点", "2 Units, scope and cut-off date");
    html.paragraph(
        "数据期 "
            + figures.period()
            + "；数据截至发布版本 "
            + contents.facts().releaseId()
            + "（"
            + DateTimeFormatter.ISO_INSTANT.format(contents.facts().createdAt())
            + "）。",
        "Period of the data "
            + figures.period()
            + "; cut-off is the release "
            + contents.facts().releaseId()
            + ".");
    List<List<Cell>> rows = new ArrayList<>();
    for (String unit : figures.units()) {
      List<String> groups =
          figures.edition().peerGroups().entrySet().stream()
              .filter(g -> g.getValue().contains(unit))
              .map(g -> g.getKey())
              .toList();
      rows.add(
          List.of(
              Cell.of(unit),
              Cell.of(contents.reference().area(unit)),
              Cell.of(String.join(", ", groups))));
    }
    html.table(
        List.of(Head.text("代码", "Code"), Head.text("评价单元", "Unit"), Head.text("分组", "Peer group")),
        rows);
  }

  private static void fact(Html html, String zh, String en, String value) {
    html.raw(
        "<dt>"
            + Html.escape(zh)
            + " <span class=\"en\">"
            + Html.escape(en)
            + "</span></dt><dd>"
            + Html.escape(value)
            + "</dd>");
  }

  /** The nodes right below the root: the fields (领域). */
  static List<FigureNode> fields(IndexFigures figures) {
    return figures.children(figures.root().code());
  }
}
