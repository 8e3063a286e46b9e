package org.citylake.ingestion.format;

import java.util.List;
import org.citylake.ingestion.quality.Finding;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a sheet that is not empty.
 *
 * @param column its column, from 0
 * @param text as the file shows it
 * @param problem why it is no value; null for a good one
 */
record SheetCell(int column, String text, @Nullable Finding problem) {

  /**
   * One row of a sheet.
   *
   * @param number as the sheet shows it, from 1
   * @param cells those that are not empty, by column
   */
  record Row(int number, List<SheetCell> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** The text of a column, empty when there is none. */
    String text(int column) {
      for (SheetCell cell : cells) {
        if (cell.column() == column) {
          return cell.text();
        }
      }
      return "";
    }

    /** One more than the last column with a text. */
    int width() {
      return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column() + 1;
    }
  }
}
