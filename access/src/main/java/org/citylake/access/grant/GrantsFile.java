package org.citylake.access.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.citylake.access.grant.GroupGrants.GrantedTable;
import org.citylake.core.declaration.GroupDeclaration.Limits;
import org.citylake.core.declaration.GroupDeclaration.Rows;

/**
 * The grants as Trino's plugin reads them, which has no reader of declarations: a line per group
 * and, below it, a line per table, fields between tabs.
 */
public final class GrantsFile {
  private static final String GROUP = "group";
  private static final String TABLE = "table";

  private GrantsFile() {}

  /** Writes the grants of all groups. */
  public static void write(Path file, Map<String, GroupGrants> groups) {
    List<String> lines = new ArrayList<>();
    for (GroupGrants group : groups.values()) {
      lines.add(
          String.join(
              "\t",
              GROUP,
              group.group(),
              String.join(",", group.page()),
              Boolean.toString(group.unreleased()),
              Integer.toString(group.limits().running()),
              Integer.toString(group.limits().queued()),
              Integer.toString(group.limits().memoryPercent())));
      group.tables().forEach((name, table) -> lines.add(line(name, table)));
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private static String line(String name, GrantedTable table) {
    String columns =
        table.columns().entrySet().stream()
            .map(column -> column.getKey() + "=" + column.getValue())
            .collect(Collectors.joining(","));
    return String.join(
        "\t", TABLE, name, table.rows().name(), table.district(), table.subdistrict(), columns);
  }

  /** Reads what {@link #write} wrote. */
  public static Map<String, GroupGrants> read(Path file) {
    Map<String, GroupGrants> groups = new TreeMap<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    for (int i = 0; i < lines.size(); ) {
      String[] group = lines.get(i).split("\t", -1);
      Map<String, GrantedTable> tables = new TreeMap<>();
      for (i++; i < lines.size() && lines.get(i).startsWith(TABLE); i++) {
        String[] table = lines.get(i).split("\t", -1);
        tables.put(
            table[1],
            new GrantedTable(Rows.valueOf(table[2]), table[3], table[4], columns(table[5])));
      }
      groups.put(
          group[1],
          new GroupGrants(
              group[1],
              group[2].isEmpty() ? List.of() : Arrays.asList(group[2].split(",")),
              Boolean.parseBoolean(group[3]),
              new Limits(
                  Integer.parseInt(group[4]),
                  Integer.parseInt(group[5]),
                  Integer.parseInt(group[6])),
              tables));
    }
    return groups;
  }

  private static Map<String, Sight> columns(String text) {
    Map<String, Sight> columns = new LinkedHashMap<>();
    for (String column : text.split(",")) {
      String[] parts = column.split("=");
      columns.put(parts[0], Sight.valueOf(parts[1]));
    }
    return columns;
  }
}
