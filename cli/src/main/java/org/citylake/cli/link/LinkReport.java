package org.citylake.cli.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.citylake.entities.linkage.LinkageResult;
import org.citylake.entities.linkage.blocking.BlockingKey;
import org.citylake.entities.linkage.configuration.FieldDeclaration;
import org.citylake.entities.linkage.estimation.LinkageModel;

/** The report of a linkage as one page without anything from elsewhere; never a record's value. */
final class LinkReport {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif;max-width:60rem;\
      margin:2rem auto;padding:0 1rem;color:#1b2733}
      h2{margin-top:2rem;border-bottom:1px solid #c9d3dc;color:#1f5a8a}
      table{border-collapse:collapse;width:100%}td,th{padding:.2rem .5rem;text-align:left;\
      border-bottom:1px solid #e6ecf1;vertical-align:top}td.n,th.n{text-align:right}
      .w{color:#8a2f1f}.c{position:relative;height:1rem;width:16rem;background:#eef3f7}
      .c i{position:absolute;top:0;bottom:0}.p{background:#2f7db8}.m{background:#b04a2f}
      """;
  private static final double WIDEST = 25;

  private final LinkageResult result;
  private final int[] entitySizes;
  private final List<String> warnings;
  private final StringBuilder html = new StringBuilder();

  LinkReport(LinkageResult result, int[] entitySizes, List<String> warnings) {
    this.result = result;
    this.entitySizes = entitySizes;
    this.warnings = warnings;
  }

  /** The page. */
  String html() {
    html.append("<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\">")
        .append("<title>记录关联报告 Linkage report</title><style>")
        .append(STYLE)
        .append("</style><h1>记录关联报告 <small>Linkage report</small></h1>");
    summary();
    if (!warnings.isEmpty()) {
      heading("提示", "Warnings");
      warnings.forEach(w -> html.append("<p class=\"w\">").append(escaped(w)).append("</p>"));
    }
    threshold();
    weights();
    blocking();
    sizes();
    return html.append("</html>\n").toString();
  }

  private void heading(String chinese, String english) {
    html.append("<h2>").append(chinese).append(" <small>").append(english).append("</small></h2>");
  }

  private void summary() {
    html.append("<table>");
    line("记录 Records", String.format(Locale.ROOT, "%,d", result.table().size()));
    line("来源 Sources", String.join(", ", result.table().sources()));
    line("实体 Entities", String.format(Locale.ROOT, "%,d", entitySizes.length));
    line("比较的记录对 Pairs compared", String.format(Locale.ROOT, "%,d", result.pairs().size()));
    line(
        "分块召回率估计 Blocking recall, estimated",
        String.format(Locale.ROOT, "%.5f", result.blockingRecall()));
    html.append("</table>");
  }

  private void line(String name, String value) {
    html.append("<tr><th>")
        .append(name)
        .append("</th><td>")
        .append(escaped(value))
        .append("</td></tr>");
  }

  private void threshold() {
    heading("阈值", "Threshold");
    html.append("<p>")
        .append(
            String.format(
                Locale.ROOT,
                "概率 probability %.6f（权重 weight %.2f bits）. ",
                LinkageModel.probability(result.threshold().weight()),
                result.threshold().weight()))
        .append(
            result.declaration().threshold().isPresent()
                ? "由配置给定。 Given by the configuration. "
                : "取模型期望 F1 最大处，无需标注。 Where the F1 that the model expects is greatest;"
                    + " no labels were used. ")
        .append(
            String.format(
                Locale.ROOT,
                "期望 F1 expected F1 %.5f; 期望匹配对 expected matching pairs %,.0f.</p>",
                result.threshold().expectedF1(),
                result.threshold().expectedMatches()));
  }

  private void weights() {
    heading("匹配权重", "Match weights");
    html.append(
        "<p>权重为 log2(m/u)，蓝色支持匹配，红色反对。 Log2 of m over u, in bits; blue speaks for a match,"
            + " red against.</p><table><tr><th>字段 Field</th><th>一致程度 Level</th><th class=\"n\">m</th>"
            + "<th class=\"n\">u</th><th class=\"n\">权重 Weight</th><th></th></tr>");
    LinkageModel model = result.weights().model();
    List<FieldDeclaration> fields = result.declaration().fields();
    for (int f = 0; f < fields.size(); f++) {
      for (int level = 1; level < model.levels(f); level++) {
        double weight = model.weight(f, level);
        html.append("<tr><td>")
            .append(level == 1 ? escaped(fields.get(f).column()) : "")
            .append(level == 1 ? " <small>" + fields.get(f).kind().id() + "</small>" : "")
            .append("</td><td>")
            .append(escaped(LinkFiles.levelText(fields.get(f), level)))
            .append(
                String.format(
                    Locale.ROOT,
                    "</td><td class=\"n\">%.4f</td><td class=\"n\">%.6f</td>"
                        + "<td class=\"n\">%.1f</td><td>%s</td></tr>",
                    model.m(f, level),
                    model.u(f, level),
                    weight,
                    bar(weight)));
      }
    }
    html.append("</table>");
  }

  private static String bar(double weight) {
    double width = Math.min(1, Math.abs(weight) / WIDEST) * 50;
    return String.format(
        Locale.ROOT,
        "<div class=\"c\"><i class=\"%s\" style=\"left:%.1f%%;width:%.1f%%\"></i></div>",
        weight >= 0 ? "p" : "m",
        weight >= 0 ? 50 : 50 - width,
        width);
  }

  private void blocking() {
    heading("分块", "Blocking");
    html.append("<table><tr><th>键 Key</th><th class=\"n\">新增记录对 New pairs</th></tr>");
    List<BlockingKey> keys = result.blocking().keys();
    for (int k = 0; k < keys.size(); k++) {
      html.append("<tr><td>")
          .append(escaped(keys.get(k).text()))
          .append("</td><td class=\"n\">")
          .append(String.format(Locale.ROOT, "%,d", result.blocking().newPairsByKey().get(k)))
          .append("</td></tr>");
    }
    html.append("</table>");
  }

  private void sizes() {
    heading("实体的记录数", "Records of an entity");
    Map<Integer, Integer> counts = new TreeMap<>();
    Arrays.stream(entitySizes).forEach(s -> counts.merge(s, 1, Integer::sum));
    html.append("<table><tr><th class=\"n\">记录数 Records</th><th class=\"n\">实体 Entities</th></tr>");
    counts.forEach(
        (size, count) ->
            html.append(
                String.format(
                    Locale.ROOT,
                    "<tr><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>",
                    size,
                    count)));
    html.append("</table>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
