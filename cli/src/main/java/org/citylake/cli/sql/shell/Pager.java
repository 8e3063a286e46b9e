package org.citylake.cli.sql.shell;

import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Shows text page by page: Enter goes on, q or Ctrl-C ends. */
final class Pager {
  private static final int LINES_WITHOUT_SIZE = 24;

  private final Terminal terminal;
  private final LineReader reader;

  Pager(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  void line(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }

  void show(String text) {
    List<String> lines = text.lines().toList();
    int page =
        Math.max(2, (terminal.getHeight() > 0 ? terminal.getHeight() : LINES_WITHOUT_SIZE) - 2);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i));
      if ((i + 1) % page == 0 && i + 1 < lines.size() && !goOn(lines.size() - i - 1)) {
        return;
      }
    }
  }

  private boolean goOn(int left) {
    try {
      reader.setVariable(LineReader.DISABLE_HISTORY, true);
      return !reader.readLine("-- " + left + " lines more (Enter, q) ").strip().equals("q");
    } catch (UserInterruptException | EndOfFileException e) {
      return false;
    } finally {
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
    }
  }
}
