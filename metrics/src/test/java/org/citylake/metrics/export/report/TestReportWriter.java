package org.citylake.metrics.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.IndexExamples;
import org.citylake.metrics.export.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportWriter {
  private final Path folder;

  TestReportWriter(@TempDir Path folder) {
    this.folder = folder;
  }

  private String report() throws IOException {
    return report(IndexExamples.contents("arithmetic-mean", "renormalise", "report"));
  }

  private String report(ExportContents contents) throws IOException {
    List<WrittenFile> files = new ReportWriter().write(contents, folder);
    assertThat(files).containsExactly(WrittenFile.of("report.html"));
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void theChaptersStandInTheOrderOfAnEvaluationReport() throws IOException {
    assertThat(report())
        .containsSubsequence(
            "2016年度《小指数》评估报告",
            "摘要",
            "一、评估背景与依据",
            "二、评估对象、范围与时点",
            "三、指标体系与方法",
            "四、总体结果",
            "五、分区结果",
            "六、分领域分析",
            "七、各区画像",
            "八、主要成效与典型案例",
            "九、问题与短板",
            "十、对策建议",
            "附件一 指标解释与计算公式",
            "附件二 填报单位与责任分工",
            "附件三 数据质量、缺失与推算说明",
            "附件四 稳健性检验",
            "附件五 名词解释",
            "附件六 数据来源与许可");
  }

  @Test
  void itAsksForNothingFromOutsideAndRunsNoScript() throws IOException {
    assertThat(report())
        .contains("default-src 'none'", "@page { size: A4")
        .doesNotContain("<script", "src=", "href=", "url(", "@import", "@font-face", "http://")
        .doesNotContain("https://");
  }

  @Test
  void aModelAndSyntheticDataAreStated() throws IOException {
    assertThat(report())
        .contains("本报告的指数是本平台的模型，不是官方指数", "a model of this platform and no official index")
        .contains("本报告含有合成数据，不得作为真实统计使用");
  }

  @Test
  void shareOfWeightByOriginIsShownForEachUnit() throws IOException {
    // Weights: readiness 3/6 with network 2/3 of it (synthetic), the rest is reported.
    assertThat(report())
        .containsSubsequence(
            "附件三",
            "黄浦区",
            "<td class=\"number\">66.7%</td><td class=\"number\">0.0%</td><td"
                + " class=\"number\">0.0%</td><td class=\"number\">33.3%</td><td"
                + " class=\"number\">0.0%</td>");
  }

  @Test
  void robustnessIsShownBestRankFirstWithWhatWasVaried() throws IOException {
    assertThat(report(IndexExamples.withRobustness(true)))
        .containsSubsequence(
            "附件四",
            "随机抽样100次",
            "权重（±25.0%）",
            "cap（100 / 120）",
            "100 random draws",
            "黄浦区",
            "central",
            "<td class=\"number\">1</td><td class=\"number\">1.3</td><td class=\"number\">1 – 2</td>",
            "<td class=\"number\">70.50</td><td class=\"number\">68.25 – 71.13</td>",
            "徐汇区",
            "附件五");
  }

  @Test
  void whyThereIsNoTestOfRobustnessIsSaid() throws IOException {
    assertThat(report()).contains("本版本没有声明稳健性检验。");
    assertThat(report(IndexExamples.withRobustness(false))).contains("得分单元少于2个，未作稳健性检验。");
  }

  @Test
  void textIsEscaped() throws IOException {
    assertThat(report())
        .contains("Evaluation &lt;of&gt; the index", "Evaluators &amp; readers", "Jing&#39;an");
  }

  @Test
  void theSameContentsGiveTheSameBytes() throws IOException {
    assertThat(report()).isEqualTo(report());
  }
}
