package org.citylake.cli.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citylake.core.stream.StreamFigures;

/** A stream's figures as lines for a terminal. */
final class FigureLines {
  private FigureLines() {}

  /** How far each source is behind, what each table took in, and what went wrong. */
  static List<String> of(StreamFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "Since start %,d checkpoints, %,d failed; %,d restarts",
            figures.checkpoints().completed(), figures.checkpoints().failed(), figures.restarts()));
    figures.sources().forEach((id, source) -> lines.add(behind(id, source)));
    figures.tables().forEach((name, table) -> lines.add(taken(name, table)));
    return lines;
  }

  private static String behind(String id, StreamFigures.Source source) {
    StringBuilder line = new StringBuilder(line("%-28s", id));
    line.append(
        source.watermarkDelaySeconds() == null
            ? " no event yet"
            : line(" event time %,.0f s behind the clock", source.watermarkDelaySeconds()));
    source.lag().forEach((topic, lag) -> line.append(line(", lag of %s %,d records", topic, lag)));
    return line.toString();
  }

  private static String taken(String name, StreamFigures.Table table) {
    String last = table.lastCommitAt() == null ? "" : ", last at " + table.lastCommitAt();
    return line("%-28s %,d rows since start", name, table.rowsCommitted()) + last;
  }

  private static String line(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
