package org.citylake.ingestion.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.citylake.ingestion.format.SheetCell.Row;
import org.jspecify.annotations.Nullable;

/**
 * The table of a sheet, found without knowing its columns: the header is the first row that names
 * most of the columns and is neither title, note nor figures.
 *
 * @param headerStart the header's first row, from 1
 * @param headerRows its rows, 1 or 2
 * @param names of the columns
 * @param unit that a cell above the header names
 * @param skipRows patterns of the first cells of totals and notes
 */
record SheetTable(
    int headerStart,
    int headerRows,
    List<String> names,
    Optional<String> unit,
    List<String> skipRows) {
  /** A header names so much of the widest row: some columns may be named in no row. */
  private static final double MOST = 0.7;

  /** Beginnings of rows that are no records. */
  private static final List<String> NO_RECORD =
      List.of(
          "合\\s*计",
          "总\\s*计",
          "小\\s*计",
          "累\\s*计",
          "共\\s*计",
          "备?注[:：]",
          "说明[:：]",
          "附注",
          "(填表|填报|制表|审核|报送)(人|日期|单位)",
          "(单位)?负责人[:：]",
          "(数据|资料)来源");

  private static final Pattern FIGURE = Pattern.compile("[-+]?[0-9][0-9.,:/T-]*[%％]?");
  private static final int LONGEST_BEGINNING = 6;

  SheetTable {
    names = List.copyOf(names);
    skipRows = List.copyOf(skipRows);
  }

  /** Finds it; empty when the sheet has no header with a row below. */
  static Optional<SheetTable> find(SheetRows rows) {
    List<Row> first = new ArrayList<>();
    Row next = rows.next();
    while (next != null && next.number() <= SheetHeader.LOOKED_THROUGH + 2) {
      first.add(next);
      next = rows.next();
    }
    int widest = first.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int start = 0; start < first.size(); start++) {
      int headerRows = twoRows(rows, first, start) ? 2 : 1;
      List<String> names = new HeaderNames(rows, headerRows).of(first, start);
      long named = names.stream().filter(name -> !name.isEmpty()).count();
      if (isHeader(first.get(start), names, widest) && named >= MOST * widest) {
        return below(rows, first, start, headerRows, names, next);
      }
    }
    return Optional.empty();
  }

  /** Whether records of another sheet can be read as this one's. */
  boolean sameColumns(SheetTable other) {
    return names.equals(other.names) && headerRows == other.headerRows;
  }

  private static Optional<SheetTable> below(
      SheetRows rows,
      List<Row> first,
      int start,
      int headerRows,
      List<String> names,
      @Nullable Row next) {
    int last = first.get(start).number() + headerRows - 1;
    Below below = new Below(names.size());
    first.stream().filter(row -> row.number() > last).forEach(below::look);
    for (Row row = next; row != null; row = rows.next()) {
      below.look(row);
    }
    Optional<String> unit =
        first.subList(0, start).stream()
            .flatMap(row -> row.cells().stream())
            .flatMap(cell -> UnitText.ofTitle(cell.text()).stream())
            .findFirst();
    return below.records
        ? Optional.of(
            new SheetTable(first.get(start).number(), headerRows, names, unit, below.skipRows()))
        : Optional.empty();
  }

  /** Whether cells are merged as in a header of two rows. */
  private static boolean twoRows(SheetRows rows, List<Row> first, int start) {
    Row upper = first.get(start);
    boolean followed =
        start + 1 < first.size() && first.get(start + 1).number() == upper.number() + 1;
    return followed
        && upper.cells().size() > 1
        && rows.merged(upper.number()).stream().anyMatch(range -> opens(range, upper.number() - 1));
  }

  private static boolean opens(CellRangeAddress range, int row) {
    boolean across = range.getLastRow() == row && range.getLastColumn() > range.getFirstColumn();
    return range.getFirstRow() == row && (across || range.getLastRow() == row + 1);
  }

  private static boolean isHeader(Row row, List<String> names, int widest) {
    boolean title = row.cells().size() == 1 && widest > 1;
    long figures = names.stream().filter(name -> FIGURE.matcher(name).matches()).count();
    long notes = names.stream().filter(name -> name.matches(".*[:：].*")).count();
    return !title && 2 * figures <= names.size() && 2 * notes < names.size();
  }

  private static String beginning(String text) {
    String begin = text.substring(0, Math.min(LONGEST_BEGINNING, text.length()));
    return begin.replaceAll("[^\\p{L}\\p{N}]", ".");
  }

  /** What stands below a header. */
  private static final class Below {
    private final int columns;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> lone = new ArrayList<>();
    private boolean records;

    Below(int columns) {
      this.columns = columns;
    }

    void look(Row row) {
      String begin = row.text(0).strip();
      Optional<String> pattern =
          NO_RECORD.stream().filter(p -> Pattern.compile(p).matcher(begin).lookingAt()).findFirst();
      if (pattern.isPresent()) {
        known.add(pattern.get());
      } else if (columns > 2 && row.width() == 1) {
        lone.add(begin);
      } else {
        records = true;
        lone.clear();
      }
    }

    /** Of what is known to be no record, and of texts alone behind the last record: notes. */
    List<String> skipRows() {
      Set<String> patterns = new LinkedHashSet<>(known);
      lone.forEach(text -> patterns.add(beginning(text)));
      return List.copyOf(patterns);
    }
  }
}
