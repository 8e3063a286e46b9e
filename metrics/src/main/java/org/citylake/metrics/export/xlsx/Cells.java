package org.citylake.metrics.export.xlsx;

/** Names of cells and sheets as spreadsheets write them. */
final class Cells {
  private static final int LONGEST_NAME = 31;

  private Cells() {}

  /** A column's letters: 0 is A, 26 is AA. */
  static String column(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** A cell's name; both are counted from 0. */
  static String name(int row, int column) {
    return column(column) + (row + 1);
  }

  /** A text that a sheet may be called. */
  static String sheet(String text) {
    String allowed = text.replaceAll("[\\[\\]:*?/\\\\]", "_");
    return allowed.length() > LONGEST_NAME ? allowed.substring(0, LONGEST_NAME) : allowed;
  }
}
