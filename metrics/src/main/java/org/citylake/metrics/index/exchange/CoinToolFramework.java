package org.citylake.metrics.index.exchange;

import java.util.HashMap;
import java.util.Map;
import org.citylake.core.problem.Problems;
import org.citylake.metrics.index.panel.NumberText;

/**
 * The sheet Framework of a COIN Tool: below a row of headings (4; 5 in the tool before 2019) up to
 * 48 groups with code (C), weight (E) and name (H).
 *
 * <p>Source: COINr, import_coin_tool.
 *
 * @param file the workbook, for messages
 * @param cells the sheet
 * @param problems takes what cannot be used
 */
record CoinToolFramework(String file, SheetCells cells, Problems problems) {
  private static final String HEADING = "Dimension/indicator";
  private static final int FIRST_COLUMN = 3;
  private static final int WEIGHT = 5;
  private static final int NAME = 8;
  private static final int GROUPS = 48;

  /**
   * A group.
   *
   * @param place where its code is
   * @param name its name; its code where it has none
   * @param weight among its siblings; empty where none is given
   */
  record Group(String place, String name, String weight) {}

  /** The groups by code. */
  Map<String, Group> groups() {
    int heading = heading();
    Map<String, Group> groups = new HashMap<>();
    for (int row = heading + 1; heading > 0 && row <= heading + GROUPS; row++) {
      String code = cells.text(row, FIRST_COLUMN);
      if (!code.isEmpty()) {
        String name = cells.text(row, NAME);
        Group group =
            new Group(cells.place(row, FIRST_COLUMN), name.isEmpty() ? code : name, weight(row));
        if (groups.putIfAbsent(code, group) != null) {
          problem(row, FIRST_COLUMN, "code-twice", "The framework has this code twice");
        }
      }
    }
    return groups;
  }

  /** The row of headings; 0 when there is none. */
  private int heading() {
    for (int row : new int[] {4, 5}) {
      for (int column = FIRST_COLUMN; column <= NAME; column++) {
        if (cells.text(row, column).equalsIgnoreCase(HEADING)) {
          return row;
        }
      }
    }
    problems.add(
        file + " " + cells.name() + "!C4:H5",
        0,
        "heading-missing",
        "",
        "The framework needs a heading '" + HEADING + "' in row 4 or 5");
    return 0;
  }

  private String weight(int row) {
    SheetCell cell = cells.cell(row, WEIGHT);
    String text = cell.text();
    if (cell instanceof SheetCell.Broken) {
      problem(row, WEIGHT, "error-in-cell", "The cell holds an error and no number");
    } else if (!text.isEmpty() && NumberText.find(text).isEmpty()) {
      problem(row, WEIGHT, "not-a-number", "The cell has to be a number");
    }
    return text;
  }

  private void problem(int row, int column, String rule, String message) {
    problems.add(file + " " + cells.place(row, column), 0, rule, cells.text(row, column), message);
  }
}
