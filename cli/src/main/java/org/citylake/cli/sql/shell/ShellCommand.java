package org.citylake.cli.sql.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the shell itself does; all begin with a backslash. Alone on a line, {@code help}, {@code
 * quit} and {@code exit} do without it, as other shells have them.
 */
enum ShellCommand {
  /** The list of these. */
  HELP("\\help", "this list"),
  /** Kept statements. */
  EXAMPLES("\\examples", "kept statements: examples and saved ones"),
  /** Runs a kept one. */
  RUN("\\run", "NAME: run a kept statement"),
  /** Keeps the last one. */
  SAVE("\\save", "NAME: keep the last statement under a name"),
  /** Schemas. */
  SCHEMAS("\\schemas", "the schemas that you see"),
  /** Tables. */
  TABLES("\\tables", "SCHEMA: its tables that you see, with what they are"),
  /** Columns. */
  COLUMNS("\\columns", "SCHEMA.TABLE: its columns that you see, with what they are"),
  /** The end. */
  QUIT("\\quit", "end (so does Ctrl-D)");

  private static final Map<String, ShellCommand> PLAIN =
      Map.of("help", HELP, "quit", QUIT, "exit", QUIT);

  private final String word;
  private final String meaning;

  ShellCommand(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(command -> command.word).toList();
  }

  static Optional<ShellCommand> find(String word) {
    return Arrays.stream(values()).filter(command -> command.word.equals(word)).findFirst();
  }

  /** Whether a line that continues no statement is a command. */
  static boolean isOne(String line) {
    return line.startsWith("\\") || PLAIN.containsKey(plain(line));
  }

  /** The command word and what stands behind it; a plain word becomes its command's. */
  static String[] words(String line) {
    ShellCommand plain = PLAIN.get(plain(line));
    return plain == null ? line.split("\\s+", 2) : new String[] {plain.word};
  }

  private static String plain(String line) {
    return line.replaceAll("\\s*;$", "").toLowerCase(Locale.ROOT);
  }

  String help() {
    return "%-10s %s".formatted(word, meaning);
  }
}
