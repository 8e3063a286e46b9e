package org.citylake.metrics.export;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.citylake.core.declaration.ExportDeclaration;
import org.citylake.core.declaration.Origin;
import org.citylake.metrics.export.suite.SignatureSuite;

/** {@code README.txt}: what the package is, in Chinese and English, for who opens the folder. */
final class ReadmeText {
  static final String FILE = "README.txt";

  private ReadmeText() {}

  static String of(ExportContents contents, SignatureSuite suite) {
    ExportDeclaration export = contents.export();
    ExportFacts facts = contents.facts();
    List<ExportTable> tables = contents.tables();
    return chinese(export, facts, tables, suite)
        + "\n----------------------------------------------------------------\n\n"
        + english(export, facts, tables, suite)
        + "\n----------------------------------------------------------------\n\n"
        + "数据来源与许可 / Origin and licences\n\n"
        + facts.origins().stream().map(ReadmeText::origin).collect(Collectors.joining("\n"));
  }

  private static String chinese(
      ExportDeclaration export,
      ExportFacts facts,
      Collection<ExportTable> tables,
      SignatureSuite suite) {
    return export.titleZh()
        + "\n\n发布版本: "
        + facts.releaseId()
        + "\n发布时间: "
        + DateTimeFormatter.ISO_INSTANT.format(facts.createdAt())
        + "\n合成数据: "
        + (facts.synthetic() ? "含有合成数据，不得作为真实统计使用" : "无")
        + "\n"
        + models(facts, "指数版本: ", "本平台的模型，不是官方指数", "官方指数")
        + "\n数据表:\n"
        + tables.stream()
            .map(t -> "  " + t.name() + "  " + t.nameZh() + "\n")
            .collect(Collectors.joining())
        + """

        columns.csv 说明每一列的名称、类型和计量单位。
        CSV 为 UTF-8 编码、无字节顺序标记; 空字段表示没有数值。为防止电子表格把文字当作公式执行，以 = + - @ 开头的文字前加了一个单引号; JSON 和 Parquet 保留原文。
        manifest.json 列出每个文件及其 %s; signature.json 是对 manifest.json 的 %s 签名。核验: ./citylake verify 本文件夹。本文件夹里增加、缺少或改动任何文件，核验都不会通过。
        """
            .formatted(digest(suite), suite.algorithm());
  }

  private static String english(
      ExportDeclaration export,
      ExportFacts facts,
      Collection<ExportTable> tables,
      SignatureSuite suite) {
    return export.titleEn()
        + "\n\nRelease: "
        + facts.releaseId()
        + "\nReleased at: "
        + DateTimeFormatter.ISO_INSTANT.format(facts.createdAt())
        + "\nSynthetic data: "
        + (facts.synthetic() ? "yes; not to be used as real statistics" : "none")
        + "\n"
        + models(
            facts, "Index edition: ", "a model of this platform, no official index", "official")
        + "\nTables:\n"
        + tables.stream()
            .map(t -> "  " + t.name() + "  " + t.nameEn() + "\n")
            .collect(Collectors.joining())
        + """

        columns.csv says what every column is called, its type and its unit.
        CSV is UTF-8 without a byte order mark; an empty field is no value. So that no spreadsheet runs a text as a formula, a text that begins with = + - or @ has an apostrophe before it; JSON and Parquet keep the text as it is.
        manifest.json lists every file with its %s; signature.json is the %s signature over manifest.json. To check: ./citylake verify THIS_FOLDER. A file added to this folder, missing from it or changed makes the check fail.
        """
            .formatted(digest(suite), suite.algorithm());
  }

  private static String digest(SignatureSuite suite) {
    return suite.newDigest().getAlgorithm();
  }

  private static String models(ExportFacts facts, String label, String model, String official) {
    return facts.editionModels().entrySet().stream()
        .map(e -> label + e.getKey() + " (" + (e.getValue() ? model : official) + ")\n")
        .collect(Collectors.joining());
  }

  private static String origin(Origin origin) {
    return "- "
        + origin.title()
        + "\n  "
        + origin.producer()
        + "\n  "
        + origin.citation()
        + "\n  "
        + origin.licenceName()
        + (origin.licenceAddress().isEmpty() ? "" : " " + origin.licenceAddress())
        + "\n  "
        + origin.address()
        + "\n"
        + origin.notes().stream().map(n -> "  * " + n + "\n").collect(Collectors.joining());
  }
}
