package org.citylake.cli.sql.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes keywords, names and what begins with a backslash. */
final class SqlCompleter implements Completer {
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "ON",
          "USING",
          "WITH",
          "AS",
          "AND",
          "OR",
          "NOT",
          "IN",
          "BETWEEN",
          "LIKE",
          "IS NULL",
          "IS NOT NULL",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "DISTINCT",
          "UNION ALL",
          "count(*)",
          "sum(",
          "avg(",
          "min(",
          "max(",
          "CAST(",
          "DESC",
          "ASC",
          "FOR VERSION AS OF",
          "FOR TIMESTAMP AS OF",
          "SHOW SCHEMAS",
          "SHOW TABLES",
          "DESCRIBE",
          "EXPLAIN",
          "OVER (",
          "PARTITION BY");

  private final Supplier<TreeSet<String>> names;

  SqlCompleter(Supplier<TreeSet<String>> names) {
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    matching(line.word().substring(0, line.wordCursor()))
        .forEach(
            name ->
                candidates.add(
                    new Candidate(name, name, null, null, null, null, !name.endsWith("."))));
  }

  /** What may stand where that is written. */
  Set<String> matching(String written) {
    Set<String> matching = new TreeSet<>();
    String upper = written.toUpperCase(Locale.ROOT);
    String lower = written.toLowerCase(Locale.ROOT);
    if (written.startsWith("\\")) {
      ShellCommand.names().stream().filter(n -> n.startsWith(written)).forEach(matching::add);
      return matching;
    }
    boolean small = !written.isEmpty() && written.equals(lower);
    KEYWORDS.stream()
        .filter(keyword -> keyword.toUpperCase(Locale.ROOT).startsWith(upper))
        .map(keyword -> small ? keyword.toLowerCase(Locale.ROOT) : keyword)
        .forEach(matching::add);
    names.get().stream().filter(name -> name.startsWith(lower)).forEach(matching::add);
    return matching;
  }
}
