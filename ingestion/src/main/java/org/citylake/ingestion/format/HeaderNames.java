package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.citylake.ingestion.format.SheetCell.Row;

/** The column names that a header of one or two rows of a sheet has. */
final class HeaderNames {
  private final SheetRows rows;
  private final int headerRows;

  /** Of a sheet whose header has so many rows, 1 or 2. */
  HeaderNames(SheetRows rows, int headerRows) {
    this.rows = rows;
    this.headerRows = headerRows;
  }

  /** The names by column of a header that starts at that row of the first ones. */
  List<String> of(List<Row> first, int start) {
    Row upper = first.get(start);
    Optional<Row> lower =
        first.stream().filter(r -> headerRows == 2 && r.number() == upper.number() + 1).findFirst();
    int width = Math.max(upper.width(), lower.map(Row::width).orElse(0));
    List<String> names = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      String above = spread(upper, column);
      int here = column;
      String below = lower.map(r -> r.text(here)).orElse("").strip();
      names.add(above.isEmpty() || below.isEmpty() ? above + below : above + "/" + below);
    }
    return names;
  }

  /** A name of the upper row; of cells merged across, each column has it. */
  private String spread(Row row, int column) {
    for (CellRangeAddress range : rows.merged(row.number())) {
      if (range.getFirstRow() == row.number() - 1 && range.isInRange(row.number() - 1, column)) {
        return row.text(range.getFirstColumn()).strip();
      }
    }
    return row.text(column).strip();
  }
}
