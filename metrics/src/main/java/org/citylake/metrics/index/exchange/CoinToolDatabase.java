package org.citylake.metrics.index.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.exchange.CoinrTable.Line;
import org.citylake.metrics.index.panel.NumberText;

/**
 * The sheet Database of a COIN Tool: a column per indicator from E to CY, a row per unit from 17 to
 * 315. Above the data stand weight (row 7), direction (8), goalposts (9 lower, 10 upper), the
 * groups that the indicator belongs to (11 index, 12 sub-index, 13 pillar, 14 sub-pillar), name
 * (15) and code (16); before them the unit's name (B) and code (C). The form has more columns and
 * rows than an index uses: those without any value are not used.
 *
 * <p>Source: COINr, import_coin_tool.
 *
 * @param file the workbook, for messages
 * @param cells the sheet
 * @param problems takes what cannot be used
 */
record CoinToolDatabase(String file, SheetCells cells, Problems problems) {
  static final int INDEX_ROW = 11;
  static final int LOWEST_GROUP_ROW = 14;

  private static final int WEIGHT_ROW = 7;
  private static final int DIRECTION_ROW = 8;
  private static final int LOWER_ROW = 9;
  private static final int UPPER_ROW = 10;
  private static final int NAME_ROW = 15;
  private static final int CODE_ROW = 16;
  private static final int FIRST_ROW = 17;
  private static final int LAST_ROW = 315;
  private static final int UNIT_NAME = 2;
  private static final int UNIT_CODE = 3;
  private static final int FIRST_COLUMN = 5;
  private static final int LAST_COLUMN = 103;

  /** The columns that are used, in their order. */
  List<Integer> columns() {
    return IntStream.rangeClosed(FIRST_COLUMN, LAST_COLUMN)
        .filter(
            column ->
                IntStream.rangeClosed(FIRST_ROW, LAST_ROW)
                    .anyMatch(row -> !cells.text(row, column).isEmpty()))
        .boxed()
        .toList();
  }

  /** iData, with a place for each unit: the cell of its code. */
  CoinrTable data(List<Integer> columns) {
    List<String> header = new ArrayList<>(List.of("uCode", "uName"));
    columns.forEach(column -> header.add(code(column)));
    checkCodes(columns);
    List<Line> lines = new ArrayList<>();
    for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
      Map<String, String> line = new HashMap<>();
      boolean used = false;
      for (int column : columns) {
        used |= !cells.text(row, column).isEmpty();
        line.put(code(column), number(row, column));
      }
      if (used) {
        checkError(row, UNIT_CODE);
        line.put("uCode", cells.text(row, UNIT_CODE));
        line.put("uName", cells.text(row, UNIT_NAME));
        lines.add(new Line(0, cells.place(row, UNIT_CODE), line));
      }
    }
    for (int row = LAST_ROW + 1; row <= SheetCells.LAST_ROW; row++) {
      if (!cells.text(row, UNIT_CODE).isEmpty()) {
        problem(row, UNIT_CODE, "unit-beyond-form", "A COIN Tool's last unit stands in row 315");
      }
    }
    return new CoinrTable(file, header, lines);
  }

  /** An indicator's line of iMeta, without its parent. */
  Map<String, String> indicator(int column) {
    Map<String, String> line = new HashMap<>();
    line.put("iCode", code(column));
    line.put("iName", cells.text(NAME_ROW, column));
    line.put("Type", "Indicator");
    line.put("Level", "1");
    line.put("Weight", number(WEIGHT_ROW, column));
    line.put("Direction", number(DIRECTION_ROW, column));
    line.put("goalpost_lower", number(LOWER_ROW, column));
    line.put("goalpost_upper", number(UPPER_ROW, column));
    return line;
  }

  String code(int column) {
    return cells.text(CODE_ROW, column);
  }

  /** Where an indicator's code is. */
  String place(int column) {
    return cells.place(CODE_ROW, column);
  }

  /** The code of the group that an indicator belongs to, by the group's row. */
  String group(int row, int column) {
    return cells.text(row, column);
  }

  private void checkCodes(List<Integer> columns) {
    Map<String, Integer> seen = new HashMap<>();
    for (int column : columns) {
      checkError(CODE_ROW, column);
      if (code(column).isEmpty()) {
        problem(CODE_ROW, column, "code-missing", "The column has values and no indicator code");
      } else if (seen.putIfAbsent(code(column), column) != null) {
        problem(CODE_ROW, column, "code-twice", "Two columns have this indicator code");
      }
    }
  }

  private String number(int row, int column) {
    String text = cells.text(row, column);
    if (!checkError(row, column) && !text.isEmpty() && NumberText.find(text).isEmpty()) {
      problem(row, column, "not-a-number", "The cell has to be a number, or n/a");
    }
    return text;
  }

  private boolean checkError(int row, int column) {
    boolean broken = cells.cell(row, column) instanceof SheetCell.Broken;
    if (broken) {
      problem(row, column, "error-in-cell", "The cell holds an error");
    }
    return broken;
  }

  void problem(int row, int column, String rule, String message) {
    problems.add(file + " " + cells.place(row, column), 0, rule, cells.text(row, column), message);
  }
}
