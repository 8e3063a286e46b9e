package org.citylake.metrics.index.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * The cells of a sheet that are not empty, in the part of it that a COIN Tool may fill.
 *
 * @param name the sheet's name
 * @param cells by address, such as F18
 */
record SheetCells(String name, Map<String, SheetCell> cells) {
  static final int LAST_ROW = 400;
  static final int LAST_COLUMN = 110;

  private static final int LETTERS = 26;

  SheetCells {
    cells = Map.copyOf(cells);
  }

  static SheetCells of(String name, Stream<Row> rows) {
    Map<String, SheetCell> cells = new HashMap<>();
    rows.takeWhile(row -> row.getRowNum() <= LAST_ROW)
        .forEach(
            row ->
                row.stream()
                    .filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                    .filter(cell -> cell.getColumnIndex() < LAST_COLUMN)
                    .forEach(
                        cell ->
                            cells.put(
                                address(row.getRowNum(), cell.getColumnIndex() + 1),
                                content(cell))));
    return new SheetCells(name, cells);
  }

  private static SheetCell content(Cell cell) {
    String text = cell.getText().strip();
    boolean broken =
        cell.getType() == CellType.ERROR
            || (cell.getType() == CellType.FORMULA && text.matches("#[A-Z0-9/!?]+"));
    boolean uncomputed = cell.getType() == CellType.FORMULA && cell.getRawValue() == null;
    String shown = text.isEmpty() && cell.getRawValue() != null ? cell.getRawValue() : text;
    return uncomputed
        ? SheetCell.UNCOMPUTED
        : broken ? new SheetCell.Broken(shown) : new SheetCell.Content(text);
  }

  /** The address of a cell; row and column are counted from 1. */
  static String address(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString() + row;
  }

  /** Where a cell is, for messages: {@code Database!F18}. */
  String place(int row, int column) {
    return name + "!" + address(row, column);
  }

  SheetCell cell(int row, int column) {
    return cells.getOrDefault(address(row, column), SheetCell.EMPTY);
  }

  /** The cell's text; empty where it says that there is none: n/a, NA, --, or nothing. */
  String text(int row, int column) {
    return cell(row, column).text();
  }
}
