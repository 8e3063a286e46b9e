package org.citylake.metrics.export.report;

import java.util.List;
import org.citylake.metrics.export.ExportReference.Names;

/** Builds a page in two languages; every text is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** A cell of a table. */
  record Cell(String html, String kind) {
    static Cell of(String text) {
      return new Cell(escape(text), "");
    }

    static Cell of(Names names) {
      return new Cell(both(names.zh(), names.en()), "");
    }

    static Cell indented(int level, Names names) {
      return new Cell(both(names.zh(), names.en()), "indent-" + Math.min(level, 3));
    }

    static Cell number(String text) {
      return new Cell(escape(text), "number");
    }

    static Cell code(String text) {
      return new Cell(escape(text), "code");
    }

    /** A bar as long as the share, 0..1. */
    static Cell bar(double share) {
      long percent = Math.round(Math.max(0, Math.min(1, share)) * 100);
      return new Cell(
          "<div class=\"bar\"><span style=\"width:" + percent + "%\"></span></div>", "");
    }
  }

  /** A column's head. */
  record Head(String zh, String en, boolean number) {
    static Head text(String zh, String en) {
      return new Head(zh, en, false);
    }

    static Head number(String zh, String en) {
      return new Head(zh, en, true);
    }
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String both(String zh, String en) {
    return zh.equals(en)
        ? escape(zh)
        : escape(zh) + " <span class=\"en\" lang=\"en\">" + escape(en) + "</span>";
  }

  Html raw(String html) {
    text.append(html).append('\n');
    return this;
  }

  Html heading(int level, String zh, String en) {
    return raw("<h" + level + ">" + both(zh, en) + "</h" + level + ">");
  }

  Html paragraph(String zh, String en) {
    return raw("<p>" + escape(zh) + "</p>\n<p class=\"en\" lang=\"en\">" + escape(en) + "</p>");
  }

  Html notice(String zh, String en) {
    raw("<div class=\"notice\">");
    paragraph(zh, en);
    return raw("</div>");
  }

  Html list(List<Names> items) {
    raw("<ul>");
    items.forEach(i -> raw("<li>" + both(i.zh(), i.en()) + "</li>"));
    return raw("</ul>");
  }

  Html table(List<Head> heads, List<List<Cell>> rows) {
    raw("<table><thead><tr>");
    for (Head head : heads) {
      raw(
          "<th"
              + (head.number() ? " class=\"number\"" : "")
              + ">"
              + both(head.zh(), head.en())
              + "</th>");
    }
    raw("</tr></thead><tbody>");
    for (List<Cell> row : rows) {
      StringBuilder line = new StringBuilder("<tr>");
      for (Cell cell : row) {
        line.append(cell.kind().isEmpty() ? "<td>" : "<td class=\"" + cell.kind() + "\">")
            .append(cell.html())
            .append("</td>");
      }
      raw(line.append("</tr>").toString());
    }
    return raw("</tbody></table>");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
