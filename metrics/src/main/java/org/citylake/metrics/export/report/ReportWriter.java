package org.citylake.metrics.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.citylake.metrics.export.ContentsWriter;
import org.citylake.metrics.export.ExportContents;
import org.citylake.metrics.export.WrittenFile;
import org.citylake.metrics.export.figure.IndexFigures;

/**
 * The evaluation report (评估报告) as {@code report.html}: one file in Chinese and English that prints
 * on A4, asks for nothing from outside and runs no script. It has the chapters that such reports
 * have as far as there are figures for them; what people have to write, such as cases and advice,
 * is named and left to them. No fonts come with it: the reader's Chinese fonts are used.
 */
public final class ReportWriter implements ContentsWriter {
  private static final String FILE = "report.html";

  @Override
  public String format() {
    return "report";
  }

  @Override
  public List<WrittenFile> write(ExportContents contents, Path folder) throws IOException {
    Html html = new Html();
    html.raw("<!DOCTYPE html>")
        .raw("<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">")
        .raw("<title>" + Html.escape(contents.export().titleZh()) + "</title>")
        .raw("<style>\n" + style() + "</style></head><body>");
    // What could be scored comes first; the sort keeps the order otherwise.
    List<IndexFigures> indexes =
        IndexFigures.of(contents).stream()
            .sorted(Comparator.comparing(figures -> !Figures.scored(figures)))
            .toList();
    ReportFront.cover(html, contents, indexes);
    for (IndexFigures figures : indexes) {
      if (!Figures.scored(figures)) {
        ReportFront.unscored(html, figures);
        continue;
      }
      ReportFront.chapters(html, contents, figures);
      ReportMethod.chapter(html, contents, figures);
      ReportResults.chapters(html, contents, figures, indexes);
      ReportProfiles.chapters(html, contents, figures);
      ReportAnnex.annexes(html, contents, figures);
    }
    ReportAnnex.sources(html, contents);
    html.raw("</body></html>");
    Files.writeString(folder.resolve(FILE), html.toString(), StandardCharsets.UTF_8);
    return List.of(WrittenFile.of(FILE));
  }

  private static String style() throws IOException {
    try (InputStream in = ReportWriter.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("no report.css on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
