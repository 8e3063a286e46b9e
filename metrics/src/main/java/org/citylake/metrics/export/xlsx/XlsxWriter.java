package org.citylake.metrics.export.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citylake.metrics.export.ContentsWriter;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.ExportTable;
import org.citylake.metrics.export.WrittenFile;
import org.citylake.metrics.export.figure.IndexFigures;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One workbook for the export: a sheet that says what it is, a sheet that recomputes each edition
 * and period of the index, and a plain sheet for each table.
 */
public final class XlsxWriter implements ContentsWriter {
  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public List<WrittenFile> write(ExportContents contents, Path folder) throws IOException {
    String name = contents.export().name() + ".xlsx";
    Path part = folder.resolve(name + ".part");
    try (OutputStream out = Files.newOutputStream(part);
        Workbook workbook = new Workbook(out, "CityLake", "1.0")) {
      sheets(contents, workbook);
    }
    StableZip.copy(part, folder.resolve(name), contents.facts().createdAt().toInstant());
    Files.delete(part);
    return List.of(WrittenFile.of(name));
  }

  private static void sheets(ExportContents contents, Workbook workbook) throws IOException {
    Set<String> names = new HashSet<>();
    List<IndexFigures> indexes = IndexFigures.of(contents);
    AboutSheet.write(sheet(workbook, "说明 About", names), contents, indexes);
    for (IndexFigures figures : indexes) {
      String name = figures.edition().id() + " " + figures.period();
      Worksheet sheet = sheet(workbook, name, names);
      new IndexSheet(sheet, figures, contents.reference()).write();
      sheet.finish();
    }
    for (ExportTable table : contents.tables()) {
      Worksheet sheet = sheet(workbook, table.name(), names);
      TableSheet.write(sheet, table);
      sheet.finish();
    }
  }

  private static Worksheet sheet(Workbook workbook, String wanted, Set<String> names) {
    String name = Cells.sheet(wanted);
    for (int i = 2; !names.add(name); i++) {
      String end = " " + i;
      String base = Cells.sheet(wanted);
      name = base.substring(0, Math.min(base.length(), 31 - end.length())) + end;
    }
    return workbook.newWorksheet(name);
  }
}
