package org.citylake.ingestion.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citylake.core.declaration.SourceDeclaration;
import org.citylake.core.declaration.SourceDeclaration.SheetLayout;
import org.citylake.ingestion.format.SheetCell.Row;
import org.citylake.ingestion.record.HeaderOrder;

/** Finds the header of a sheet below its title, and checks what the title says of the unit. */
final class SheetHeader {
  /** So many rows are looked through for a header. */
  static final int LOOKED_THROUGH = 20;

  private final SheetLayout layout;
  private final HeaderOrder order;
  private final DeliveredFile file;
  private final String place;
  private final SheetRows rows;
  private final HeaderNames names;

  SheetHeader(SourceDeclaration source, DeliveredFile file, String sheet, SheetRows rows) {
    this.layout = source.format().sheet();
    this.order = new HeaderOrder(source);
    this.file = file;
    this.place = file.file() + ", sheet " + sheet;
    this.rows = rows;
    this.names = new HeaderNames(rows, layout.headerRows());
  }

  /**
   * A header that was found.
   *
   * @param names the contract's physical names, by the sheet's column
   * @param ahead rows after the header that were read already
   */
  record Found(List<String> names, Deque<Row> ahead) {}

  /**
   * Finds the header.
   *
   * @throws org.citylake.core.CityLakeException of kind DATA when there is none, its columns differ
   *     from the contract's, or the note of the unit is missing
   */
  Found find() {
    List<Row> first = firstRows();
    int start = start(first);
    List<String> found = order.of(names.of(first, start), place);
    layout.unitNote().ifPresent(note -> requireUnitNote(note, first.subList(0, start)));
    int last = first.get(start).number() + layout.headerRows() - 1;
    return new Found(
        found,
        first.stream()
            .filter(row -> row.number() > last)
            .collect(Collectors.toCollection(ArrayDeque::new)));
  }

  private List<Row> firstRows() {
    List<Row> first = new ArrayList<>();
    int until = layout.headerStart().orElse(LOOKED_THROUGH) + layout.headerRows();
    while (first.isEmpty() || first.get(first.size() - 1).number() < until) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      first.add(row);
    }
    return first;
  }

  /** The place of the header's first row: where it is declared, or where most names are known. */
  private int start(List<Row> first) {
    Optional<Integer> declared = layout.headerStart();
    int best = -1;
    long most = 0;
    for (int i = 0; i < first.size(); i++) {
      if (declared.isPresent() && declared.get() == first.get(i).number()) {
        return i;
      }
      long known = order.known(names.of(first, i));
      if (known > most) {
        best = i;
        most = known;
      }
    }
    if (best < 0 || declared.isPresent()) {
      throw RefusedFile.because(
          file,
          (declared.isPresent()
                  ? "row " + declared.get() + " of " + place + " is empty"
                  : "none of the first " + LOOKED_THROUGH + " rows of " + place + " names a column")
              + " where the header is expected: send the agreed columns, or set header-start in the"
              + " contract's format");
    }
    return best;
  }

  private void requireUnitNote(Pattern note, List<Row> title) {
    List<String> texts =
        title.stream().flatMap(r -> r.cells().stream()).map(SheetCell::text).toList();
    if (texts.stream().noneMatch(t -> note.matcher(t).find())) {
      throw RefusedFile.because(
          file,
          "no cell above the header of "
              + place
              + " says the unit as '"
              + note
              + "' (found: "
              + (texts.isEmpty() ? "nothing" : String.join(" | ", texts))
              + "): send the figures in the agreed unit, or correct the contract");
    }
  }
}
