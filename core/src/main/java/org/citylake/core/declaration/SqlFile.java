package org.citylake.core.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declaration's SQL says about the tables that it reads: in its first lines ({@code --
 * inputs: city.observation, city.district}) and in its text.
 *
 * @param text the file
 */
record SqlFile(String text) {
  private static final Pattern HEADER = Pattern.compile("(?m)^--\\s*inputs:(.*)$");
  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)\\b(?:from|join)\\s+((?:raw|vault|city|metric|audit|codelist|views|declared)\\.[a-z0-9_]+)");

  /** The tables of the header in its order; empty when there is no header. */
  Optional<List<String>> declaredInputs() {
    Matcher header = HEADER.matcher(text);
    if (!header.find()) {
      return Optional.empty();
    }
    List<String> inputs = new ArrayList<>();
    for (String input : header.group(1).split(",", -1)) {
      if (!input.isBlank()) {
        inputs.add(input.strip());
      }
    }
    return Optional.of(inputs);
  }

  int headerLine() {
    Matcher header = HEADER.matcher(text);
    return header.find() ? line(header.start()) : 1;
  }

  /** The tables and code lists after FROM and JOIN, sorted. */
  Set<String> tablesRead() {
    Set<String> tables = new TreeSet<>();
    Matcher matcher = TABLE.matcher(COMMENT.matcher(text).replaceAll(" "));
    while (matcher.find()) {
      tables.add(matcher.group(1).toLowerCase(Locale.ROOT));
    }
    return tables;
  }

  /** Whether the statement names the table anywhere outside comments. */
  boolean names(String table) {
    String plain = COMMENT.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    return Pattern.compile("\\b" + Pattern.quote(table) + "\\b").matcher(plain).find();
  }

  /** The 1-based line of the character. */
  int line(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
