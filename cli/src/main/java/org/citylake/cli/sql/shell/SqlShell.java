package org.citylake.cli.sql.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.citylake.access.user.OwnerFile;
import org.citylake.cli.sql.KeptQueries;
import org.citylake.cli.sql.RowFormat;
import org.citylake.cli.sql.SqlRunner;
import org.citylake.cli.sql.Statements;
import org.citylake.core.CityLakeException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * SQL at the terminal. A statement ends with a semicolon and may take several lines; Ctrl-C drops
 * what is written, Ctrl-D ends. What does not fit the screen is shown page by page.
 */
public final class SqlShell {
  private static final String PROMPT = "sql> ";
  private static final String MORE = "  -> ";

  /** Nobody pages through more; ./citylake sql with a statement writes all. */
  private static final int MOST_ROWS = 10_000;

  private final SqlRunner runner;
  private final KeptQueries kept;
  private final Path history;
  private final RowFormat format;
  private String last = "";

  /**
   * A shell.
   *
   * @param kept statements that can be run by name, and where others are saved
   * @param history the file that lines are remembered in; readable by its owner alone, as
   *     statements may hold what somebody searched for
   */
  public SqlShell(SqlRunner runner, KeptQueries kept, Path history, RowFormat format) {
    this.runner = runner;
    this.kept = kept;
    this.history = history;
    this.format = format;
  }

  /** Reads and runs until the end. */
  public void run() throws IOException {
    if (!Files.exists(history)) {
      OwnerFile.write(history, "");
    }
    try (Connection connection = runner.connection();
        Terminal terminal = TerminalBuilder.builder().build()) {
      SqlNames names = new SqlNames(connection);
      names.load();
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
              .completer(new SqlCompleter(names.known()))
              .variable(LineReader.HISTORY_FILE, history)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      terminal
          .writer()
          .println(
              "Statements end with ';' and show 10,000 rows at most. \\help tells what else there is.");
      read(reader, connection, new Pager(terminal, reader));
    } catch (SQLException e) {
      throw SqlRunner.failure(e);
    }
  }

  private void read(LineReader reader, Connection connection, Pager pager) {
    StringBuilder written = new StringBuilder();
    while (true) {
      try {
        String line = reader.readLine(written.isEmpty() ? PROMPT : MORE);
        if (written.isEmpty() && ShellCommand.isOne(line.strip())) {
          if (!command(ShellCommand.words(line.strip()), connection, pager)) {
            return;
          }
          continue;
        }
        written.append(line).append('\n');
        Statements.Split split = Statements.of(written.toString());
        written = new StringBuilder(split.rest().isBlank() ? "" : split.rest());
        split.complete().forEach(statement -> statement(statement, connection, pager));
      } catch (UserInterruptException e) {
        written.setLength(0);
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  /** Returns whether to go on. */
  private boolean command(String[] words, Connection connection, Pager pager) {
    String argument = words.length > 1 ? words[1].strip().replaceAll(";$", "") : "";
    ShellCommand command = ShellCommand.find(words[0]).orElse(ShellCommand.HELP);
    try {
      switch (command) {
        case HELP ->
            Arrays.stream(ShellCommand.values()).map(ShellCommand::help).forEach(pager::line);
        case EXAMPLES ->
            kept.list()
                .forEach(
                    q -> pager.line("%-24s %s  %s".formatted(q.name(), q.titleZh(), q.titleEn())));
        case RUN -> {
          String text = kept.load(argument).statement();
          pager.line(text);
          Statements.of(text).all().forEach(s -> statement(s, connection, pager));
        }
        case SAVE -> pager.line("Saved " + kept.save(argument, last));
        case SCHEMAS -> statement("SHOW SCHEMAS", connection, pager);
        case TABLES ->
            statement(
                "SELECT table_name, comment FROM system.metadata.table_comments WHERE catalog_name ="
                    + " 'published' AND schema_name = "
                    + quoted(argument),
                connection,
                pager);
        case COLUMNS -> statement("DESCRIBE " + argument, connection, pager);
        case QUIT -> {
          return false;
        }
      }
    } catch (CityLakeException e) {
      pager.line("Error: " + e.getMessage());
    }
    return true;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private void statement(String statement, Connection connection, Pager pager) {
    last = statement;
    StringWriter text = new StringWriter();
    try (Statement sql = connection.createStatement();
        PrintWriter out = new PrintWriter(text)) {
      sql.setMaxRows(MOST_ROWS);
      SqlRunner.run(sql, statement, format, out);
      pager.show(text.toString());
    } catch (SQLException e) {
      pager.line("Error: " + SqlRunner.failure(e).getMessage());
    }
  }
}
