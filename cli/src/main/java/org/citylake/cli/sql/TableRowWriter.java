package org.citylake.cli.sql;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Aligned columns. The widths are taken from the first rows, so that the rest streams; a Chinese
 * character takes two places.
 */
final class TableRowWriter implements RowWriter {
  private static final int MEASURED = 1000;
  private static final int WIDEST = 60;

  private final PrintWriter out;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = {};
  private long rows;

  TableRowWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    waiting.add(names);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    rows++;
    List<String> texts = values.stream().map(v -> v == null ? "NULL" : SqlValue.text(v)).toList();
    if (widths.length > 0) {
      print(texts);
      return;
    }
    waiting.add(texts);
    if (waiting.size() > MEASURED) {
      printWaiting();
    }
  }

  @Override
  public void end() {
    if (widths.length == 0) {
      printWaiting();
    }
    out.println("(" + rows + (rows == 1 ? " row)" : " rows)"));
    out.flush();
  }

  private void printWaiting() {
    widths =
        IntStream.range(0, waiting.get(0).size())
            .map(i -> waiting.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
            .map(width -> Math.min(width, WIDEST))
            .toArray();
    for (int i = 0; i < waiting.size(); i++) {
      print(waiting.get(i));
      if (i == 0) {
        print(IntStream.of(widths).mapToObj("-"::repeat).toList());
      }
    }
    waiting.clear();
  }

  private void print(List<String> texts) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      line.append(texts.get(i));
      if (i < texts.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths[i] - width(texts.get(i))) + 2));
      }
    }
    out.println(line);
  }

  static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x30FF)
        || (c >= 0xFF00 && c <= 0xFF60);
  }
}
