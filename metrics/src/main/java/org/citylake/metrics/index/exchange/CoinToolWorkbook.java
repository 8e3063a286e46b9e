package org.citylake.metrics.index.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citylake.core.problem.NearestName;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.exchange.CoinrTable.Line;

/**
 * Reads a workbook of the JRC's COIN Tool as the two tables of COINr, so that one importer serves
 * both. Groups of a level that all indicators share are left out, as COINr does: the tool has four
 * levels of groups and an index may use fewer. Read are the sheets {@link CoinToolDatabase
 * Database} and {@link CoinToolFramework Framework}; missing values are written n/a. The tool has
 * neither units of measurement nor denominators in them.
 *
 * <p>Source: COINr, import_coin_tool (its newest public version reads the same cells).
 *
 * @param data iData: uCode, uName and a column per indicator
 * @param meta iMeta: a line per indicator and group
 */
public record CoinToolWorkbook(CoinrTable data, CoinrTable meta) {
  private static final String DATABASE = "Database";
  private static final String FRAMEWORK = "Framework";
  private static final List<String> COLUMNS =
      List.of(
          "iCode",
          "iName",
          "Level",
          "Parent",
          "Direction",
          "Weight",
          "Type",
          "goalpost_lower",
          "goalpost_upper");

  /**
   * Reads a workbook.
   *
   * @throws org.citylake.core.CityLakeException of kind USER when there is no such file; of kind
   *     DATA when it is no workbook, has a password, unpacks to too much or lacks a sheet, and with
   *     every cell that cannot be used: text for a number, an error of Excel's, a code twice, a
   *     group without a line in the framework
   */
  public static CoinToolWorkbook read(Path file) {
    Map<String, SheetCells> sheets = new WorkbookFile(file).sheets(List.of(DATABASE, FRAMEWORK));
    Problems problems = new Problems();
    CoinToolWorkbook read = new Reading(file.toString(), sheets, problems).read();
    problems.throwIfAny("Cannot import the workbook " + file);
    return read;
  }

  /** One reading. */
  private static final class Reading {
    private final String file;
    private final Problems problems;
    private final CoinToolDatabase database;
    private final Map<String, CoinToolFramework.Group> groups;
    private final Map<String, Map<String, String>> aggregates = new LinkedHashMap<>();

    Reading(String file, Map<String, SheetCells> sheets, Problems problems) {
      this.file = file;
      this.problems = problems;
      this.database = new CoinToolDatabase(file, sheet(sheets, DATABASE), problems);
      this.groups = new CoinToolFramework(file, sheet(sheets, FRAMEWORK), problems).groups();
    }

    private static SheetCells sheet(Map<String, SheetCells> sheets, String name) {
      return sheets.getOrDefault(name, new SheetCells(name, Map.of()));
    }

    CoinToolWorkbook read() {
      List<Integer> columns = database.columns();
      if (columns.isEmpty()) {
        problems.add(
            file + " " + DATABASE + "!E17:CY315", 0, "no-data", "", "The sheet has no value");
      }
      CoinrTable data = database.data(columns);
      List<Integer> levels = usedLevels(columns);
      List<Line> lines = new ArrayList<>();
      for (int column : columns) {
        Map<String, String> line = database.indicator(column);
        line.put("Parent", chain(column, levels));
        lines.add(new Line(0, database.place(column), line));
      }
      aggregates.forEach((code, line) -> lines.add(new Line(0, place(code), line)));
      return new CoinToolWorkbook(data, new CoinrTable(file, COLUMNS, lines));
    }

    /** The rows of groups, lowest first, in which indicators differ; and that of the index. */
    private List<Integer> usedLevels(List<Integer> columns) {
      return IntStream.iterate(
              CoinToolDatabase.LOWEST_GROUP_ROW,
              row -> row >= CoinToolDatabase.INDEX_ROW,
              row -> row - 1)
          .filter(
              row ->
                  row == CoinToolDatabase.INDEX_ROW
                      || columns.stream().map(c -> database.group(row, c)).distinct().count() > 1)
          .boxed()
          .toList();
    }

    /** Notes the groups above an indicator; returns the lowest. */
    private String chain(int column, List<Integer> rows) {
      for (int level = 0; level < rows.size(); level++) {
        int row = rows.get(level);
        String code = database.group(row, column);
        boolean top = level + 1 == rows.size();
        String parent = top ? "" : database.group(rows.get(level + 1), column);
        if (code.isEmpty()) {
          database.problem(
              row, column, "group-missing", "The indicator has no group on this level");
          continue;
        }
        if (!groups.containsKey(code) && !top) {
          database.problem(
              row,
              column,
              "group-unknown",
              "The framework has no such code" + NearestName.hint(code, groups.keySet()));
        }
        Map<String, String> known = aggregates.putIfAbsent(code, aggregate(code, level, parent));
        if (known != null && !parent.equals(known.get("Parent"))) {
          database.problem(
              row,
              column,
              "two-parents",
              "The group is in " + known.get("Parent") + " and in " + parent);
        }
      }
      return database.group(rows.get(0), column);
    }

    private Map<String, String> aggregate(String code, int level, String parent) {
      CoinToolFramework.Group group =
          groups.getOrDefault(code, new CoinToolFramework.Group("", code, ""));
      Map<String, String> line = new HashMap<>();
      line.put("iCode", code);
      line.put("iName", group.name());
      line.put("Level", Integer.toString(level + 2));
      line.put("Parent", parent);
      line.put("Weight", group.weight());
      line.put("Direction", "1");
      line.put("Type", "Aggregate");
      return line;
    }

    private String place(String code) {
      CoinToolFramework.Group group = groups.get(code);
      return group == null ? DATABASE : group.place();
    }
  }
}
