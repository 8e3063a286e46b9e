package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;

/** The merged cells of a sheet by row. */
final class MergedCells {
  private final Map<Integer, List<CellRangeAddress>> byRow = new HashMap<>();

  void add(CellRangeAddress range) {
    for (int row = range.getFirstRow(); row <= range.getLastRow(); row++) {
      byRow.computeIfAbsent(row + 1, r -> new ArrayList<>()).add(range);
    }
  }

  /** Those that touch a row, as the sheet numbers it, from 1. */
  List<CellRangeAddress> of(int row) {
    return byRow.getOrDefault(row, List.of());
  }
}
