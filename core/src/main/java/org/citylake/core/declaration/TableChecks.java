package org.citylake.core.declaration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.declaration.TableDeclaration.TableCheck;
import org.citylake.core.problem.Problems;

/** Reads checks.sql: statements, each headed {@code -- check: NAME (error|warn)}. */
final class TableChecks {
  private static final String FILE = "checks.sql";
  private static final Pattern HEADER =
      Pattern.compile("^--\\s*check:\\s*([a-z][a-z0-9-]*)\\s*\\((error|warn)\\)\\s*$");

  private TableChecks() {}

  static List<TableCheck> read(DeclarationFolder folder, Problems problems) {
    if (!folder.has(FILE)) {
      return List.of();
    }
    List<TableCheck> checks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    String[] lines = folder.text(FILE).split("\n", -1);
    int first = 0;
    while (first < lines.length) {
      int next = first + 1;
      while (next < lines.length && !lines[next].startsWith("-- check")) {
        next++;
      }
      String sql = statement(lines, first + 1, next);
      Matcher header = HEADER.matcher(lines[first].strip());
      if (header.matches()) {
        if (!names.add(header.group(1))) {
          report(folder, problems, first, header.group(1), "The check stands twice");
        }
        if (sql.isEmpty()) {
          report(folder, problems, first, header.group(1), "The check has no statement");
        }
        checks.add(new TableCheck(header.group(1), header.group(2).equals("error"), sql));
      } else if (lines[first].startsWith("-- check") || !sql.isEmpty()) {
        report(
            folder,
            problems,
            first,
            lines[first].strip(),
            "A check is headed '-- check: name (error)' or '(warn)', the name in kebab-case");
      }
      first = next;
    }
    return checks;
  }

  /** The lines without comments' own lines, blanks around and a semicolon at the end. */
  private static String statement(String[] lines, int from, int to) {
    StringBuilder sql = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!lines[i].strip().startsWith("--")) {
        sql.append(lines[i]).append('\n');
      }
    }
    String text = sql.toString().strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static void report(
      DeclarationFolder folder, Problems problems, int index, String value, String message) {
    problems.add(folder.shown(FILE), index + 1, "check-header", value, message);
  }
}
