package org.citylake.metrics.export.xlsx;

import java.util.List;
import org.citylake.metrics.export.ExportReference;
import org.citylake.metrics.export.figure.IndexFigures;
import org.dhatim.fastexcel.Worksheet;

/** What stands above the nodes of an {@link IndexSheet}: what it is, and the titles of columns. */
record SheetHead(Worksheet sheet, IndexFigures figures, ExportReference reference) {
  private static final List<String> HEADER =
      List.of(
          "节点 Node",
          "上级 Parent",
          "名称",
          "Name",
          "层级 Level",
          "方法 Method",
          "权重 Weight among siblings");

  void write() {
    sheet.value(0, 0, figures.edition().nameZh() + "  " + figures.edition().nameEn());
    sheet.style(0, 0).bold().fontSize(14).set();
    sheet.value(
        1,
        0,
        (figures.edition().model()
                ? "本平台的模型，不是官方指数 A model of this platform, no official index"
                : "官方指数 Official index")
            + "; "
            + figures.edition().id()
            + "; 数据期 Period "
            + figures.period());
    sheet.value(
        2,
        0,
        "改动黄色的权重或指标的标准化值，得分随之改变 Change a yellow weight or an indicator's normalised value and"
            + " see the scores");
    for (int i = 0; i < HEADER.size(); i++) {
      title(IndexSheet.FIRST_ROW - 1, i, HEADER.get(i));
      sheet.width(i, i == 2 || i == 3 ? 30 : 16);
    }
    for (int u = 0; u < figures.units().size(); u++) {
      ExportReference.Names unit = reference.area(figures.units().get(u));
      int column = IndexSheet.FIRST_UNIT + u * IndexSheet.PER_UNIT;
      title(IndexSheet.FIRST_ROW - 3, column, figures.units().get(u));
      title(IndexSheet.FIRST_ROW - 2, column, unit.zh() + " " + unit.en());
      title(IndexSheet.FIRST_ROW - 1, column, "得分 Score");
      title(IndexSheet.FIRST_ROW - 1, column + 1, "发布得分 Published");
      title(IndexSheet.FIRST_ROW - 1, column + 2, "差 Difference");
    }
  }

  private void title(int row, int column, String text) {
    sheet.value(row, column, text);
    sheet.style(row, column).bold().fillColor("DDE6EF").set();
  }
}
