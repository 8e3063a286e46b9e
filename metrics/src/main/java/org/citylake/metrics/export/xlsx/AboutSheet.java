package org.citylake.metrics.export.xlsx;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.figure.IndexFigures;
import org.dhatim.fastexcel.Worksheet;

/**
 * The first sheet: what the workbook is, from which release, and how its numbers are to be read.
 */
final class AboutSheet {
  private final Worksheet sheet;
  private int row;

  private AboutSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void write(Worksheet sheet, ExportContents contents, List<IndexFigures> indexes)
      throws IOException {
    AboutSheet about = new AboutSheet(sheet);
    sheet.width(0, 34);
    sheet.width(1, 100);
    about.line(contents.export().titleZh(), contents.export().titleEn());
    sheet.style(0, 0).bold().fontSize(14).set();
    about.line("发布版本 Release", contents.facts().releaseId());
    about.line(
        "发布时间 Released at", DateTimeFormatter.ISO_INSTANT.format(contents.facts().createdAt()));
    about.line(
        "合成数据 Synthetic data",
        contents.facts().synthetic()
            ? "含有合成数据，不得作为真实统计使用 yes; not to be used as real statistics"
            : "无 none");
    for (IndexFigures figures : indexes) {
      about.line(
          figures.edition().id() + " " + figures.period(),
          figures.edition().nameZh()
              + " "
              + figures.edition().nameEn()
              + (figures.edition().model() ? "（模型，不是官方指数 a model, no official index）" : ""));
    }
    for (ExportTable table : contents.tables()) {
      about.line(table.name(), table.nameZh() + " " + table.nameEn());
    }
    about.line(
        "数字 Numbers",
        "电子表格的数字有15位有效数字；精确的十进制数见 CSV、JSON 和 Parquet A spreadsheet's number has 15"
            + " significant digits; the exact decimals are in CSV, JSON and Parquet");
    sheet.finish();
  }

  private void line(String label, String text) {
    sheet.value(row, 0, TableSheet.text(label));
    sheet.value(row, 1, TableSheet.text(text));
    row++;
  }
}
