package org.citylake.ingestion.format;

import java.io.Closeable;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.citylake.ingestion.format.SheetCell.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in their order, one at a time; rows without a text are passed over. */
interface SheetRows extends Closeable {
  /** The next row with a text, null after the last. */
  @Nullable Row next();

  /** Merged cells that touch a row, as the sheet numbers it, from 1. */
  List<CellRangeAddress> merged(int row);

  @Override
  void close();
}
